import Foundation
import Testing

@testable import SiteGen

/// A page makes no request to another host.
struct LoadedAddressesTests {
  @Test(arguments: [
    "<img src=\"?\">", "<IMG alt='>' SRC='?'>", "<img alt src=?>", "<img\nsrc = ?\n>",
    "<p><b/><img src=\"?\"/>",
    "<img srcset=\"/a.png 1x, ? 2x\">", "<video poster=\"?\">", "<iframe src=\"?\">", "<object data=\"?\">",
    "<body background=\"?\">", "<link rel=\"stylesheet\" href=\"?\">",
    "<link href=\"?\" rel=\"alternate stylesheet\">", "<link rel=\"icon preload\" href=\"?\">",
    "<script src=\"?\"></script>", "<base href=\"?\">",
    "<meta http-equiv=\"Refresh\" content=\"0; URL='?'\">",
    "<p style=\"color: red; background: URL( '?' )\">", "<style>@import \"?\";</style>",
    "<style media=\"all\">a { background: url(?) }</style>",
    "<svg><use href=\"?\"/><image xlink:href=\"?\"/></svg>",
    "<!-- <p> --><img src=\"?\">", "<script>if (a<b) c = '<img'</script><img src=\"?\">", "<img src=\"?",
  ])
  func whatIsLoadedFromElsewhereIsFound(html: String) {
    for address in ["https://a.vn/b", "//a.vn/b", "HTTP:a.vn", "\\/a.vn"] {
      // In a meta element and without quotes, the text around the address is not all markup.
      let found = LoadedAddresses.elsewhere(inPage: Data(html.replacing("?", with: address).utf8))
      #expect(found.count == 1 && found.first?.hasPrefix(address) == true, "\(found)")
    }
    for address in ["/a.svg", "../../a.svg", "a.svg?b=//c", "data:image/png;base64,AAAA", ""] {
      let found = LoadedAddresses.elsewhere(inPage: Data(html.replacing("?", with: address).utf8))
      #expect(found.isEmpty, "\(found)")
    }
  }

  @Test(arguments: [
    "<a href=\"https://a.vn\">https://a.vn</a>", "<link rel=\"canonical\" href=\"https://a.vn/\">",
    "<link rel=\"alternate\" hreflang=\"en\" href=\"https://a.vn/en/\">",
    "<meta property=\"og:url\" content=\"https://a.vn/\">", "<!-- <img src=\"https://a.vn/b\"> -->",
    "<p title=\"<img src='https://a.vn/b'>\">", "&lt;img src=\"https://a.vn/b\"&gt;",
    "<form action=\"https://a.vn\">",
    "<", "<a", "<a ", "<a href", "<a href=", "<a href=\"", "<!--", "<style", "<style>", "<script>", "</", "",
  ])
  func whatIsOnlyLinkedIsNot(html: String) {
    #expect(LoadedAddresses.elsewhere(inPage: Data(html.utf8)).isEmpty)
  }

  @Test func entitiesAreDecoded() {
    let found = LoadedAddresses.elsewhere(inPage: Data("<img src=\"https://a.vn/?b&amp;c\">".utf8))
    #expect(found == ["https://a.vn/?b&c"])
  }
}
