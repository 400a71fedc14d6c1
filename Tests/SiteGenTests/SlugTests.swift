import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

struct SlugTests {
  @Test(arguments: [
    ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"), ("Đắk Lắk", "dak-lak"), ("ĐẠI ĐỒNG", "dai-dong"),
    ("  a  b ", "a-b"), ("Chỉ số 2023: 91,80 %", "chi-so-2023-91-80"), ("–!–", ""), ("", ""),
    ("Thừa Thiên - Huế", "thua-thien-hue"), ("Ưu ơ Ý ỹ", "uu-o-y-y"), ("đ", "d"),
  ]) func slugsAreReadable(text: String, slug: String) {
    #expect(Slug.make(text) == slug)
    #expect(Slug.make(text.decomposedStringWithCanonicalMapping) == slug)
    #expect(Slug.make(slug) == slug)
  }

  @Test func everyPlaceHasItsOwnSlug() throws {
    let entities = try FrozenSite.dataset().entities
    #expect(entities.count > 10)
    for language in Language.allCases {
      let slugs = entities.map { Slug.make($0.name[language] + ($0.until == nil ? "" : " cũ")) }
      let twice = Dictionary(grouping: slugs) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice == [] && !slugs.contains(""))
    }
  }
}

struct RouteTests {
  private let routes: [Route] = [
    .home, .province("hai-duong"), .plan("hai-duong-cchc-2024"), .compare,
    .comparePair(ProvincePair("nam-dinh", "bac-kan")), .indicators, .indicator("online_dossier_rate"),
    .indexYears, .indexYear(2023), .publishedYear(index: "SIPAS", year: 2024), .editions,
    .edition("876-qd-bnv-2022"),
    .method, .sources, .dataDictionary, .dataFile("provinces/a/plans/b.yaml"), .notFound,
    .authored(id: "about", vi: "/gioi-thieu/", en: "/en/about/"),
  ]

  @Test func everyRouteHasItsOwnFileAndKind() {
    let files = Language.allCases.flatMap { language in routes.map { $0.file(in: language) } }
    #expect(Set(files).count == 2 * routes.count)
    #expect(Set(routes.map(\.kind)).count == routes.count)
    for route in routes {
      #expect(route.path(in: .english).hasPrefix("/en/") && !route.path(in: .vietnamese).hasPrefix("/en/"))
      #expect(!route.file(in: .english).hasPrefix("/"))
    }
  }

  @Test func aPairHasOneAddressInEitherOrder() {
    let provinces: [Identifier<Entity>] = ["c", "a", "b"]
    #expect(
      ProvincePair.all(of: provinces).map { $0.provinces.map(\.rawValue) } == [
        ["a", "c"], ["b", "c"], ["a", "b"],
      ])
    #expect(ProvincePair("b", "a") == ProvincePair("a", "b"))
    #expect(ProvincePair.all(of: ["a"]).isEmpty && ProvincePair.all(of: []).isEmpty)
  }

  @Test func pathsAreThoseOfTheContract() {
    #expect(
      routes.map { $0.path(in: .vietnamese) } == [
        "/", "/tinh/hai-duong/", "/ke-hoach/hai-duong-cchc-2024/", "/so-sanh/",
        "/so-sanh/bac-kan-nam-dinh/", "/chi-so/",
        "/chi-so/online-dossier-rate/", "/par-index/", "/par-index/2023/",
        "/chi-so-cong-bo/sipas/2024/", "/bo-tieu-chi/",
        "/bo-tieu-chi/876-qd-bnv-2022/", "/phuong-phap/", "/nguon/", "/du-lieu/",
        "/du-lieu/tep/provinces/a/plans/b.yaml/", "/404.html", "/gioi-thieu/",
      ])
    #expect(
      routes.map { $0.path(in: .english) } == [
        "/en/", "/en/province/hai-duong/", "/en/plan/hai-duong-cchc-2024/", "/en/compare/",
        "/en/compare/bac-kan-nam-dinh/", "/en/indicator/",
        "/en/indicator/online-dossier-rate/", "/en/par-index/", "/en/par-index/2023/",
        "/en/published-index/sipas/2024/", "/en/edition/",
        "/en/edition/876-qd-bnv-2022/", "/en/method/", "/en/sources/", "/en/data/",
        "/en/data/file/provinces/a/plans/b.yaml/", "/en/404.html", "/en/about/",
      ])
    #expect(
      Route.home.file(in: .vietnamese) == "index.html" && Route.notFound.file(in: .english) == "en/404.html")
  }
}
