#pragma once

#include <map>
#include <string>
#include <vector>

namespace sagsflow {

/// A case of tests/errors/cases: files, each after a line "-- path", and after "-- messages" what is to be said.
struct ErrorCase {
  std::string name;
  std::map<std::string, std::string> files;
  std::string messages;
};

ErrorCase parse_case(const std::string& name, const std::string& text);

/// Every case of the folder, by name.
std::vector<ErrorCase> read_cases(const std::string& folder);

std::string text_of_file(const std::string& path);

}  // namespace sagsflow
