#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/language/key_log.h"
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

  /// From now on, keys that readers ask for are noted there too; it must outlive the reading.
  void note_keys_in(KeyLog& log) { key_log_ = &log; }
  KeyLog* key_log() const { return key_log_; }

  bool has_errors() const { return errors_ > 0; }
  /// Whether there are so few messages yet that it pays to look for what was likely meant.
  bool wants_suggestions() const { return errors_ < 200; }
  /// How often an error was told, one that was told before included: whether anything was wrong between two looks.
  std::size_t errors_told() const { return errors_told_; }
  /// How often something was found wrong or worth a warning, also where it had been found before.
  std::size_t told() const { return told_; }

  /// In file order (files as first read, then line and column), each once; of errors and of warnings the first 1000
  /// found.
  std::vector<Message> messages() const;

  /// For people, without control characters: "file:line:col: error: text", the source line, a caret with "did you
  /// mean"; at most `limit` messages, then "and N more".
  /// Where that is not all and there are errors, the warnings are left out.
  std::string render(std::size_t limit = 200) const;

 private:
  void add(Message message);

  std::vector<FileRead> files_;
  std::vector<Message> messages_;
  std::set<std::pair<Place, std::string>> said_;
  std::size_t told_ = 0;
  std::size_t errors_ = 0, errors_told_ = 0;
  KeyLog* key_log_ = nullptr;
  std::size_t errors_kept_ = 0;
  std::size_t warnings_kept_ = 0;
  std::size_t beyond_ = 0;  ///< messages that were not kept
  std::string arm_;
  std::size_t law_files_ = 0;
};

}  // namespace sagsflow
