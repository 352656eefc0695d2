#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/language/origin.h"

namespace sagsflow {

/// A file that was read; Place::file is an index into the files in the order they were first read.
struct FileRead {
  std::string path;
  std::string text;
};

/// Something wrong in what a person wrote.
struct Message {
  enum class Severity { error, warning };
  Severity severity = Severity::error;
  Place place;             ///< line 0: no line of a file
  std::string text;        ///< what is wrong, what is expected
  std::string suggestion;  ///< what was likely meant; empty if nothing is near
};

/// Every error and warning of a run, and the files they point into.
class Diagnostics {
 public:
  std::uint32_t add_file(std::string path, std::string text);
  const std::vector<FileRead>& files() const { return files_; }

  void error(Place place, std::string text, std::string suggestion = {});
  void warning(Place place, std::string text, std::string suggestion = {});

  /// From now on, what is found in one of the first `law_files` files is said to be so in this arm, unless it was
  /// found before, without it. Empty: no longer.
  void enter_arm(std::string arm, std::size_t law_files = 0);

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }

  /// In file order (files as first read, then line and column), each once.
  std::vector<Message> messages() const;

  /// For people: "file:line:col: error: text", the source line, a caret with "did you mean"; at most `limit`
  /// messages, then "and N more".
  std::string render(std::size_t limit = 200) const;

 private:
  void add(Message message);
  std::string render_one(const Message& message) const;

  std::vector<FileRead> files_;
  std::vector<Message> messages_;
  std::set<std::pair<Place, std::string>> said_;
  std::size_t errors_ = 0;
  std::string arm_;
  std::size_t law_files_ = 0;
};

}  // namespace sagsflow
