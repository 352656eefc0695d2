#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sagsflow {

/// A results folder that appears whole or not at all: files are written into a hidden folder beside it, synced, and
/// the folder renamed at the end. What stood there before stands until then, and stays if anything fails.
///
/// All errors are sentences for people that name the path.
class ResultFolder {
 public:
  /// Refuses early what cannot become a result: a path that is taken by anything but an empty folder or an earlier
  /// result of sagsflow (a folder of plain files with its manifest.json), and one that may not be written to.
  static std::expected<ResultFolder, std::string> begin(const std::filesystem::path& path);

  ResultFolder(ResultFolder&& other) noexcept;
  ResultFolder& operator=(ResultFolder&&) = delete;
  /// Without a commit, nothing is left behind.
  ~ResultFolder();

  /// One new file; `name` has no "/".
  std::expected<void, std::string> write(const std::string& name, std::string_view bytes);
  /// Goes on with a file that was begun so, or begins it.
  std::expected<void, std::string> append(const std::string& name, std::string_view bytes);
  /// Puts the folder in its place, once.
  std::expected<void, std::string> commit();

  /// Where the result will stand.
  const std::filesystem::path& path() const { return path_; }

 private:
  explicit ResultFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::expected<void, std::string> make_draft();
  std::expected<void, std::string> put(const std::string& name, std::string_view bytes, int flags);

  std::filesystem::path path_;   ///< absolute
  std::filesystem::path draft_;  ///< empty before the first file and after the commit
};

}  // namespace sagsflow
