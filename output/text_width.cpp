#include "output/text_width.h"

#include <sstream>

namespace sagsflow {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Combining diacritical marks U+0300 to U+036F are the bytes CC 80 to CD AF.
bool combines(std::string_view at) {
  if (at.size() < 2) return false;
  const auto first = static_cast<unsigned char>(at[0]);
  const auto second = static_cast<unsigned char>(at[1]);
  return first == 0xCC || (first == 0xCD && second <= 0xAF);
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!continues(text[i]) && !combines(text.substr(i))) ++columns;
  }
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t end = 0;
  std::size_t seen = 0;
  while (end < text.size()) {
    const bool starts_column = !continues(text[end]) && !combines(text.substr(end));
    if (starts_column && ++seen == columns) break;
    ++end;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (!lines.empty() && columns_of(lines.back()) + 1 + columns_of(word) <= columns) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::string lines_of(std::string_view text, std::size_t columns) {
  std::string lines;
  for (const std::string& line : wrapped(text, columns)) lines += line + '\n';
  return lines;
}

}  // namespace sagsflow
