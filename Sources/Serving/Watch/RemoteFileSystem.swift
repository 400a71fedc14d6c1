#if os(Linux)
  internal import Files
  internal import Foundation

  /// File systems that others may change without this system being told: networks, virtual machines, user programs.
  enum RemoteFileSystem {
    private static let kinds: Set<Substring> = [
      "nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "afs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs",
    ]

    /// Whether a folder lies on one.
    static func holds(_ path: String) -> Bool {
      guard let status = FileStatus(at: path, followingLink: true),
        let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo")
      else { return false }
      return isRemote(device: status.device, mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// - Parameters:
    ///   - device: the number of the device, as `stat` gives it.
    ///   - mounts: lines as in `/proc/self/mountinfo`.
    static func isRemote(device: UInt64, mounts: String) -> Bool {
      let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
      let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
      return mounts.split(separator: "\n").contains { line in
        // The fields before " - " vary in number; the kind comes right after it.
        let fields = line.split(separator: " ")
        guard fields.count > 2, fields[2] == "\(major):\(minor)" else { return false }
        let kind = fields.drop { $0 != "-" }.dropFirst().first ?? ""
        return kinds.contains(kind) || kind.hasPrefix("fuse.")
      }
    }
  }
#endif
