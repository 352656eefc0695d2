#include "output/text_table.h"

#include <algorithm>

#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kReadableLabel = 30;
constexpr std::size_t kLeastLabel = 16;

std::vector<std::string> parts_of(const std::string& cell) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = cell.find('\t', begin);
    parts.push_back(cell.substr(begin, tab == std::string::npos ? tab : tab - begin));
    if (tab == std::string::npos) return parts;
    begin = tab + 1;
  }
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

std::string padded(const std::string& text, std::size_t width, Align align) {
  const std::size_t columns = columns_of(text);
  const std::string pad = blanks(width > columns ? width - columns : 0);
  return align == Align::right ? pad + text : text + pad;
}

std::string rule(std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) line += "─";
  return line + '\n';
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

/// Widths of every column, and of the parts inside it, where some cell has parts.
struct TextTable::Measures {
  std::vector<std::size_t> widths;
  std::vector<std::vector<std::size_t>> parts;
};

void TextTable::section(std::string title) {
  below_heading_ = false;
  lines_.push_back({Kind::section, false, {std::move(title)}});
}

void TextTable::heading(std::string text) {
  below_heading_ = true;
  lines_.push_back({Kind::heading, false, {std::move(text)}});
}

void TextTable::row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  lines_.push_back({Kind::row, below_heading_, std::move(cells)});
}

void TextTable::note(std::string text) {
  lines_.push_back({Kind::note, false, {std::move(text)}});
}

TextTable::Measures TextTable::measures() const {
  Measures result;
  result.parts.resize(columns_.size());
  for (const Line& line : lines_) {
    if (line.kind != Kind::row) continue;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto cell_parts = parts_of(line.cells[c]);
      if (cell_parts.size() < 2) continue;  // a cell without parts spans them all
      auto& widths = result.parts[c];
      widths.resize(std::max(widths.size(), cell_parts.size()));
      for (std::size_t p = 0; p < cell_parts.size(); ++p) widths[p] = std::max(widths[p], columns_of(cell_parts[p]));
    }
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t width = columns_of(columns_[c].header);
    std::size_t sum = 0;
    for (const std::size_t part : result.parts[c]) sum += part > 0 ? part + (sum > 0 ? 1 : 0) : 0;
    width = std::max(width, sum);
    for (const Line& line : lines_) {
      const bool in_column = line.kind == Kind::row || (line.kind == Kind::section && c == 0);
      if (!in_column || parts_of(line.cells[c]).size() > 1) continue;
      width = std::max(width, columns_of(line.cells[c]) + (c == 0 && line.indented ? kIndent : 0));
    }
    result.widths.push_back(width);
  }
  return result;
}

std::size_t TextTable::width() const {
  const Measures all = measures();
  std::size_t sum = 0;
  for (const std::size_t width : all.widths) sum += width;
  return sum + kGap * (columns_.empty() ? 0 : columns_.size() - 1);
}

std::size_t TextTable::least_width() const {
  if (columns_.empty()) return 0;
  const std::size_t label = measures().widths.front();
  return width() - label + std::min(label, kReadableLabel);
}

std::string TextTable::cell_text(const Measures& measures, std::size_t column, const std::string& cell) const {
  const Align align = columns_[column].align;
  const auto& widths = measures.parts[column];
  const auto cell_parts = parts_of(cell);
  if (cell_parts.size() < 2) return padded(cell, measures.widths[column], align);
  std::string text;
  for (std::size_t p = 0; p < widths.size(); ++p) {
    if (widths[p] == 0) continue;
    if (!text.empty()) text += ' ';
    text += padded(p < cell_parts.size() ? cell_parts[p] : "", widths[p], p == 0 ? align : Align::left);
  }
  return padded(text, measures.widths[column], align);
}

std::string TextTable::line_text(const Measures& measures, const Line& line) const {
  if (line.kind == Kind::heading || line.kind == Kind::note) return without_end_blanks(line.cells.front()) + '\n';
  std::string text = (line.indented ? blanks(kIndent) : "") + line.cells.front();
  if (measures.parts.front().empty())
    text = padded(cut_to(text, measures.widths.front()), measures.widths.front(), columns_.front().align);
  for (std::size_t c = 1; c < columns_.size(); ++c) {
    text += blanks(kGap);
    text += line.kind == Kind::section ? padded(columns_[c].header, measures.widths[c], columns_[c].align)
                                       : cell_text(measures, c, line.cells[c]);
  }
  return without_end_blanks(text) + '\n';
}

std::string TextTable::text(std::size_t max_width) const {
  if (columns_.empty()) return {};
  Measures all = measures();
  const std::size_t whole = width();
  if (whole > max_width && all.parts.front().empty()) {
    const std::size_t label = all.widths.front();
    all.widths.front() = std::max(std::min(label, kLeastLabel), label - std::min(label, whole - max_width));
  }
  std::string result;
  const bool has_sections = std::ranges::any_of(lines_, [](const Line& line) { return line.kind == Kind::section; });
  const bool has_headers = std::ranges::any_of(columns_, [](const Column& column) { return !column.header.empty(); });
  if (has_headers && !has_sections) result += line_text(all, {Kind::section, false, {columns_.front().header}});
  for (const Line& line : lines_) {
    const bool section = line.kind == Kind::section;
    if (section && !result.empty()) result += '\n';
    result += line_text(all, line);
    if (section) result += rule(std::min(max_width, whole));
  }
  return result;
}

}  // namespace sagsflow
