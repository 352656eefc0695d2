#include "output/amendment_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "output/rule_words.h"
#include "output/text_width.h"
#include "output/value_words.h"

namespace sagsflow {
namespace {

constexpr std::size_t kItemIndent = 5;
constexpr std::size_t kDetailIndent = 7;

/// "procedure.jaf" of "procedure.jaf.step.plan.next"; "refund" of "refund.within".
std::string head_of(const std::string& path) {
  const auto parts = keys_below(path, "");
  const bool alone = parts.size() < 2 || path.starts_with("refund") || path.starts_with("run");
  return alone ? parts.front() : parts[0] + "." + parts[1];
}

class AmendmentWriter {
 public:
  AmendmentWriter(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string text(const Amendment& amendment) {
    line(0, fmt::format(fmt::runtime(words("{} mod {}", "{} against {}")), in(amendment.arm, language_),
                        in(amendment.law, language_)));
    write_trials(amendment);
    if (amendment.parts.empty()) {
      text_ += '\n';
      line(0, words("Reglerne er ens.", "The rules are the same."));
    }
    for (const AmendmentPart& part : amendment.parts) write_part(part);
    return std::move(text_);
  }

 private:
  std::string words(std::string_view da, std::string_view en) const {
    return std::string(language_ == Language::danish ? da : en);
  }
  template <class... Values>
  std::string filled(std::string_view da, std::string_view en, const Values&... values) const {
    return fmt::format(fmt::runtime(language_ == Language::danish ? da : en), values...);
  }

  /// Text behind a mark ("12. ", "- "), wrapped and hanging.
  void marked(std::size_t indent, const std::string& mark, const std::string& text) {
    std::string lead = std::string(indent > columns_of(mark) ? indent - columns_of(mark) : 0, ' ') + mark;
    for (const std::string& part : wrapped(text, std::max<std::size_t>(20, width_ - indent))) {
      text_ += lead + part + '\n';
      lead = std::string(indent, ' ');
    }
  }
  void line(std::size_t indent, const std::string& text) { marked(indent, "", text); }

  void write_trials(const Amendment& amendment) {
    for (const AmendingTrial& trial : amendment.trials) {
      const std::string title = in(trial.title, language_);
      line(0, fmt::format("{} {}: {} ({})", words("Forsøg", "Trial"), trial.id, title, trial.file));
      if (trial.relaxes.empty()) continue;
      line(2, filled("Fraviger {}", "Relaxes {}", fmt::join(trial.relaxes, "; ")));
    }
  }

  void write_part(const AmendmentPart& part) {
    std::string when;
    if (!part.from.empty()) when = filled("Fra {}", "From {}", part.from);
    for (const auto& [trait, values] : part.conditions) {
      const std::string clause = fmt::format("{} = {}", in(trait, language_), fmt::join(values, ", "));
      when += (when.empty()                ? words("For", "For")
               : when.ends_with(part.from) ? words(" for", " for")
                                           : ",") +
              " " + clause;
    }
    if (!when.empty()) text_ += '\n' + when + ":\n";
    for (std::size_t i = 0; i < part.changes.size();) {
      const std::string head = head_of(part.changes[i].object.path);
      std::size_t end = i;
      while (end < part.changes.size() && head_of(part.changes[end].object.path) == head) ++end;
      write_group(head, {part.changes.begin() + static_cast<std::ptrdiff_t>(i),
                         part.changes.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
  }

  /// The changes of a procedure with its steps, of a status with its exits and duties, or of another thing.
  void write_group(const std::string& head, std::vector<Change> changes) {
    text_ += '\n';
    const auto whole = std::ranges::find_if(
        changes, [&](const Change& change) { return change.path == head && change.is_whole_object(); });
    if (whole != changes.end() && whole->kind == Change::Kind::removed) {
      line(0, capital(thing_text(whole->object, language_)) + words(" udgår.", " is removed."));
      return write_basis(*whole, 2);
    }
    if (whole != changes.end()) {
      const Change inserted = *whole;
      changes.erase(whole);
      line(0, insertion(inserted));
      write_list(inserted, 4);
      write_basis(inserted, 2);
    } else {
      const Named& first = changes.front().object;
      const Named head_thing = first.path == head ? first : named_head(head, changes);
      line(0, filled("I {} ændres:", "In {}, change:", thing_text(head_thing, language_)));
    }
    std::size_t number = 0;
    for (const Change& change : changes) {
      marked(kItemIndent, fmt::format("{:>2}. ", ++number), sentence(change, head));
      if (change.is_whole_object() && change.kind == Change::Kind::inserted) write_list(change, kDetailIndent + 2);
      write_basis(change, kDetailIndent);
    }
  }

  std::string capital(std::string text) const {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
  }

  /// The head has no change of its own: its name is in the parent of its parts' names.
  Named named_head(const std::string& head, const std::vector<Change>& changes) const {
    for (const Change& change : changes) {
      if (change.parent.path == head) return change.parent;
    }
    return {head, head, head};
  }

  std::string insertion(const Change& change) const {
    const std::string lead(words_of_thing(change.object.path).inserted.in(language_));
    const bool alone = change.object.path.find('.') == std::string::npos;
    return alone ? lead + ":" : lead + " " + quoted(in(change.object, language_), language_) + ":";
  }

  std::string sentence(const Change& change, const std::string& head) const {
    const std::string thing = change.object.path == head ? std::string() : thing_text(change.object, language_);
    if (change.is_whole_object()) {
      return change.kind == Change::Kind::removed ? capital(thing) + words(" udgår.", " is removed.")
                                                  : insertion(change);
    }
    const std::string key = key_text(change.object.path, keys_of(change), language_);
    return change_text(change, thing, key);
  }

  /// "I trin »Visitation« ændres fristen fra »14 days« til »4 weeks«."
  std::string change_text(const Change& change, const std::string& thing, const std::string& key) const {
    const std::string before = values_text(change.before, change.path, language_);
    const std::string after = values_text(change.after, change.path, language_);
    const bool head = thing.empty();
    const std::string first = capital(key);
    switch (change.kind) {
      case Change::Kind::removed:
        return head ? filled("{} udgår: {}.", "{} is removed: {}.", first, before)
                    : filled("I {} udgår {}: {}.", "In {}, {} is removed: {}.", thing, key, before);
      case Change::Kind::inserted:
        return head ? filled("{} indsættes: {}.", "{} is inserted: {}.", first, after)
                    : filled("I {} indsættes {}: {}.", "In {}, insert {}: {}.", thing, key, after);
      case Change::Kind::altered:
        break;
    }
    if (change.concern == Change::Concern::provenance) {
      return head ? filled("{} er fortsat {}; grundlaget ændres.", "{} is still {}; what it rests on changes.", first,
                           after)
                  : filled("I {} er {} fortsat {}; grundlaget ændres.",
                           "In {}, {} is still {}; what it rests on changes.", thing, key, after);
    }
    return head ? filled("{} ændres fra {} til {}.", "{} is changed from {} to {}.", first, before, after)
                : filled("I {} ændres {} fra {} til {}.", "In {}, {} is changed from {} to {}.", thing, key, before,
                         after);
  }

  /// Below the thing; of a share, the last is the label of what it leads to.
  std::vector<std::string> keys_of(const Change& change) const {
    auto keys = keys_below(change.path, change.object.path);
    const std::vector<WrittenValue>& values = change.after.empty() ? change.before : change.after;
    const bool leads = values.size() == 1 && values[0].path == change.path && !values[0].target.path.empty();
    if (leads) keys.back() = in(values[0].target, language_);
    return keys;
  }

  /// The values of a new thing, a line each.
  void write_list(const Change& change, std::size_t indent) {
    std::vector<std::pair<std::string, std::vector<WrittenValue>>> by_key;
    for (const WrittenValue& value : change.after) {
      const auto keys = keys_below(value.path, change.path);
      if (keys.empty() || keys[0] == "label") continue;
      std::string above = change.path;
      for (std::size_t i = 0; i < words_cover(change.object.path, keys); ++i) above += "." + keys[i];
      if (by_key.empty() || by_key.back().first != above) by_key.push_back({above, {}});
      by_key.back().second.push_back(value);
    }
    for (const auto& [above, values] : by_key) {
      const std::string key = key_text(change.object.path, keys_below(above, change.path), language_);
      marked(indent, "- ", key + ": " + values_text(values, above, language_));
    }
  }

  /// Where the change comes from: source and quote of its values, each once, and the place that says it.
  void write_basis(const Change& change, std::size_t indent) {
    std::vector<std::string> said;
    for (const WrittenValue& value : change.after) {
      for (const std::string& evidence : evidence_lines(value, language_)) {
        if (std::ranges::count(said, evidence) > 0) continue;
        said.push_back(evidence);
        line(indent, evidence);
      }
    }
    if (!change.file.empty()) line(indent, fmt::format("[{}:{}]", change.file, change.line));
  }

  Language language_;
  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string amendment_text(const Amendment& amendment, Language language, std::size_t width) {
  return AmendmentWriter(language, width).text(amendment);
}

}  // namespace sagsflow
