#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sagsflow {

enum class Align { left, right };

/// A table for a terminal. A cell of a right-aligned column may have parts divided by tabs ("35,2\t± 1,3\t?"): the
/// first part is aligned right, the others left, each below the same part of the other rows.
class TextTable {
 public:
  struct Column {
    std::string header;
    Align align = Align::left;
  };

  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// Begins a part of the table: the title and the headers on a line, and a rule below. A table with sections has no
  /// other line of headers.
  void section(std::string title);
  /// A line of its own above the rows that follow, which are indented below it.
  void heading(std::string text);
  void row(std::vector<std::string> cells);
  /// A line without columns below the last row.
  void note(std::string text);

  bool empty() const { return lines_.empty(); }
  /// Columns of the terminal that the table takes when nothing is cut.
  std::size_t width() const;
  /// The least width to which cutting the first column brings it without making the labels hard to read.
  std::size_t least_width() const;
  /// Lines that end in '\n', without blanks at their ends. Wider than `max_width`: the first column is cut, to 16
  /// columns at most.
  std::string text(std::size_t max_width) const;

 private:
  enum class Kind { row, section, heading, note };
  struct Line {
    Kind kind;
    bool indented;
    std::vector<std::string> cells;
  };
  struct Measures;
  Measures measures() const;
  std::string line_text(const Measures& measures, const Line& line) const;
  std::string cell_text(const Measures& measures, std::size_t column, const std::string& cell) const;

  std::vector<Column> columns_;
  std::vector<Line> lines_;
  bool below_heading_ = false;
};

}  // namespace sagsflow
