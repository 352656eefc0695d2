#include "models/language/text_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace sagsflow {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostValues = 100'000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Place place_at(std::string_view text, std::size_t at) {
  Place place{0, 1, 1};
  for (const char byte : text.substr(0, at)) {
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

/// Bytes of the well-formed UTF-8 character at the start of `text` (Unicode 15, table 3-7), or 0.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && byte(1) < 0x90;
    const bool beyond = first == 0xF4 && byte(1) > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

/// How many of the first bytes are ASCII and none is NUL, by eights.
std::size_t plain_bytes(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kTops = 0x8080808080808080;
  std::size_t plain = 0;
  for (std::uint64_t eight = 0; plain + sizeof eight <= text.size(); plain += sizeof eight) {
    std::memcpy(&eight, text.data() + plain, sizeof eight);
    if (((eight | (eight - kOnes)) & kTops) != 0) break;  // a top bit, or one that a NUL borrows for
  }
  return plain;
}

std::optional<TextProblem> problem_of_bytes(std::string_view text) {
  for (std::size_t at = plain_bytes(text); at < text.size(); at += plain_bytes(text.substr(at))) {
    if (text[at] == '\0') return TextProblem{place_at(text, at), "a NUL byte, expected text"};
    const std::size_t length = character_length(text.substr(at));
    if (length == 0) return TextProblem{place_at(text, at), "the text is not UTF-8, expected UTF-8"};
    at += length;
  }
  return std::nullopt;
}

/// What stands outside strings and comments, over a text that need not be TOML: how deep brackets and dotted keys nest,
/// and letters that need quotes.
class OutsideScan {
 public:
  explicit OutsideScan(std::string_view text) : text_(text) {
    if (text.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  std::optional<TextProblem> problem() {
    while (at_ < text_.size()) {
      if (static_cast<unsigned char>(text_[at_]) >= 0x80) {
        const std::string_view letter = text_.substr(at_, character_length(text_.substr(at_)));
        return TextProblem{place_at(text_, at_),
                           fmt::format("\"{}\" outside quotes; what has other letters than a-z is "
                                       "written in quotes, names in headers too",
                                       letter)};
      }
      step();
      const bool deep = outside_ + header_ + dots_ > kDeepest;
      if (!deep && values_ <= kMostValues) continue;
      return TextProblem{place_at(text_, std::min(at_, text_.size() - 1)),
                         deep ? fmt::format("nested more than {} levels deep", kDeepest)
                              : fmt::format("more than {} values", kMostValues)};
    }
    return std::nullopt;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return skip_string(c);
    if (c == '#') return skip_comment();
    ++at_;
    if (c == '.') ++dots_;
    if (c == '=' || c == ',' || c == '[') ++values_;
    if (c == '[' || c == '{') open(c);
    if (c == ']' || c == '}') close();
    if (c == ',') dots_ = 0;
    if (c == '\n') return end_line();
    if (c != ' ' && c != '\t') line_empty_ = false;
  }

  void open(char c) {
    if (open_.empty() && c == '[' && line_empty_) {
      in_header_ = true;
      header_ = 0;
    }
    open_.push_back(dots_ + 1);
    outside_ += dots_ + 1;
    dots_ = 0;
  }

  void close() {
    if (open_.empty()) return;
    if (in_header_) header_ += dots_;
    dots_ = 0;
    outside_ -= open_.back();
    open_.pop_back();
  }

  void end_line() {
    if (open_.empty()) in_header_ = false;
    dots_ = 0;
    line_empty_ = true;
  }

  void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void skip_string(char quote) {
    line_empty_ = false;
    const bool triple = text_.substr(at_).starts_with(quote == '"' ? R"(""")" : "'''");
    const std::string_view quotes = text_.substr(at_, triple ? 3 : 1);
    at_ += quotes.size();
    while (at_ < text_.size()) {
      if (text_[at_] == quote && text_.substr(at_).starts_with(quotes)) {
        at_ += quotes.size();
        // Up to two more quotes are the string's last characters.
        for (int more = 0; triple && more < 2 && at_ < text_.size() && text_[at_] == quote; ++more) ++at_;
        return;
      }
      if (!triple && text_[at_] == '\n') return;
      at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t dots_ = 0;     ///< of the key being written
  std::size_t header_ = 0;   ///< dots of the header above
  std::size_t outside_ = 0;  ///< levels of the open brackets and of the keys before them
  std::size_t values_ = 0;   ///< at most so many are written
  std::vector<std::size_t> open_;
  bool in_header_ = false;
  bool line_empty_ = true;
};

}  // namespace

std::optional<TextProblem> problem_of_text(std::string_view text) {
  if (text.size() > kMostBytes) {
    return TextProblem{{0, 1, 1}, fmt::format("the file has {} bytes, the limit is {}", text.size(), kMostBytes)};
  }
  if (auto problem = problem_of_bytes(text)) return problem;
  return OutsideScan(text).problem();
}

}  // namespace sagsflow
