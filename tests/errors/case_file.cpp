#include "case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sagsflow {

ErrorCase parse_case(const std::string& name, const std::string& text) {
  ErrorCase error_case{name, {}, {}};
  std::string* part = nullptr;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line == "-- messages") {
      part = &error_case.messages;
    } else if (line.starts_with("-- ")) {
      part = &error_case.files[line.substr(3)];
    } else if (part) {
      *part += line + "\n";
    }
  }
  return error_case;
}

std::vector<ErrorCase> read_cases(const std::string& folder) {
  std::vector<ErrorCase> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    cases.push_back(parse_case(entry.path().stem().string(), text_of_file(entry.path().string())));
  }
  std::ranges::sort(cases, {}, &ErrorCase::name);
  return cases;
}

std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace sagsflow
