#include "output/life_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "output/labels.h"
#include "output/life_summary.h"
#include "output/life_words.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

/// "2018-03-05 09:12  1.234  " before the words of an event.
constexpr std::size_t kTimeWidth = 16, kDayWidth = 5, kMargin = kTimeWidth + 2 + kDayWidth + 2;
/// Two columns are nowhere narrower than this.
constexpr std::size_t kLeastColumn = 28;
/// The same events so close are told once.
constexpr Span kClose = kDay;

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

std::string padded(const std::string& line, std::size_t columns) {
  return line + blanks(columns - std::min(columns, columns_of(line)));
}

/// "§ 7" on one line.
std::string unbroken(std::string law) {
  for (std::size_t at = law.find("§ "); at != std::string::npos; at = law.find("§ ", at)) {
    law.replace(at, std::string_view("§ ").size(), "§\u00a0");
  }
  return law;
}

/// What happens at one instant in one arm.
struct Instant {
  Time at;
  std::string text;
  std::vector<std::pair<LifeEvent::What, std::string>> what;  ///< what happens to what
  bool is_alike = false;                                      ///< the same in the other arm, to the microsecond
};

class LifePage {
 public:
  LifePage(const Results& description, const Lives& lives, Language language, std::size_t width)
      : description_(description),
        lives_(lives),
        language_(language),
        width_(width),
        words_(description, lives, language) {}

  std::string text() const {
    const std::vector<Instant> one = instants(lives_.lives[0]), other = instants(lives_.lives[1]);
    const std::string summary = life_summary(description_, lives_, language_, width_) + '\n';
    if (width_ >= kMargin + 3 + 2 * kLeastColumn) return summary + side_by_side(one, other);
    std::string page = summary;
    for (const Life& life : lives_.lives) {
      if (life.arm != lives_.lives[0].arm) page += '\n';
      page += ruled(name_of(life));
      for (const Instant& instant : life.arm == lives_.lives[0].arm ? one : other)
        page += whole(instant.at, instant.text);
      if (lives_.lives[0].arm == lives_.lives[1].arm) break;
    }
    return page;
  }

 private:
  std::string_view in(const Phrase& phrase) const { return phrase.in(language_); }
  std::string name_of(const Life& life) const { return column_name_of(description_, life.arm, language_); }

  std::string ruled(const std::string& title) const {
    std::string text = title + '\n';
    for (std::size_t i = 0; i < width_; ++i) text += "─";
    return text + '\n';
  }

  /// "[efter »Visitation«; Lov § 7; forsøg »…«]"; a citation where it changes.
  /// `just_told`: what the event before it, at the same instant, was about.
  std::string remarks(const LifeEvent& event, const std::string& just_told, std::string& law) const {
    std::vector<std::string> parts;
    std::string rule = words_.rule(event);
    if (!rule.empty() && event.rule != just_told) parts.push_back(std::move(rule));
    if (!event.law.empty() && event.law != law) parts.push_back(unbroken(law = event.law));
    const bool by_trial = !event.trial.empty() && event.what != LifeEvent::What::wait_ended;
    if (by_trial) parts.push_back(fmt::format("{} {}", in({"forsøg", "trial"}), event.trial));
    return parts.empty() ? std::string() : fmt::format(" [{}]", fmt::join(parts, "; "));
  }

  std::vector<Instant> instants(const Life& life) const {
    std::vector<Instant> list;
    std::string law, told;
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < life.on_arrival.size(); ++i) values[lives_.attributes[i].path] = life.on_arrival[i];
    for (std::size_t i = 0; i < life.events.size(); ++i) {
      const LifeEvent& event = life.events[i];
      const bool is_set = event.what == LifeEvent::What::attribute_set;
      if (is_set && std::exchange(values[event.object], event.value) == event.value) continue;
      const std::string text = words_.event(event);
      if (text.empty()) continue;
      if (list.empty() || list.back().at != event.at) {
        list.push_back({event.at, {}, {}, true});
        told.clear();
      }
      Instant& instant = list.back();
      if (!instant.text.empty()) instant.text += ". ";
      instant.text += text + remarks(event, told, law);
      instant.what.emplace_back(event.what, event.object);
      instant.is_alike = instant.is_alike && i < life.alike;
      told = event.object;
    }
    return list;
  }

  std::string margin(Time at) const {
    const std::string day = day_of_life(lives_, at, language_);
    return date_and_time_text(at) + blanks(2 + kDayWidth - std::min(kDayWidth, columns_of(day))) + day + "  ";
  }

  /// Over the whole width.
  std::string whole(Time at, const std::string& words) const {
    std::string text;
    for (const std::string& line : wrapped(words, width_ - kMargin)) {
      text += (text.empty() ? margin(at) : blanks(kMargin)) + cut_to(line, width_ - kMargin) + '\n';
    }
    return text;
  }

  std::string halves(const Instant* left, const Instant* right) const {
    const std::size_t column = (width_ - kMargin - 3) / 2;
    const auto lines_in = [&](const Instant* instant) {
      return instant == nullptr ? std::vector<std::string>() : wrapped(instant->text, column);
    };
    const std::vector<std::string> ones = lines_in(left), others = lines_in(right);
    std::string text;
    for (std::size_t i = 0; i < std::max(ones.size(), others.size()); ++i) {
      std::string line = i == 0 ? margin((left != nullptr ? left : right)->at) : blanks(kMargin);
      line += padded(i < ones.size() ? cut_to(ones[i], column) : std::string(), column) + " │ ";
      if (i < others.size()) line += cut_to(others[i], column);
      while (line.ends_with(' ')) line.pop_back();
      text += line + '\n';
    }
    return text;
  }

  /// "(Forsøg: 2 min før)"
  std::string shift(Time one, Time other) const {
    if (std::chrono::abs(other - one) < std::chrono::minutes(1)) return {};
    const Phrase words =
        other < one ? Phrase{" ({}: {} før)", " ({}: {} earlier)"} : Phrase{" ({}: {} senere)", " ({}: {} later)"};
    return fmt::format(fmt::runtime(in(words)), name_of(lives_.lives[1]),
                       length_text(std::chrono::abs(other - one), language_));
  }

  std::string side_by_side(const std::vector<Instant>& ones, const std::vector<Instant>& others) const {
    const std::size_t column = (width_ - kMargin - 3) / 2;
    const std::string head =
        padded(std::string(in({"tid", "time"})), kTimeWidth + 4) + std::string(in({"dag  ", "day  "}));
    std::string text = ruled(head + padded(cut_to(name_of(lives_.lives[0]), column), column) + " │ " +
                             cut_to(name_of(lives_.lives[1]), column));
    auto one = ones.begin();
    auto other = others.begin();
    bool together = true;
    while (one != ones.end() || other != others.end()) {
      const bool both = one != ones.end() && other != others.end();
      const bool is_alike = both && one->is_alike && other->is_alike;
      if (together && !is_alike)
        text += blanks(kMargin) + std::string(in({"── herfra skilles de ──", "── from here they part ──"})) + '\n';
      together = together && is_alike;
      if (both && one->what == other->what && std::chrono::abs(one->at - other->at) < kClose) {
        text += whole(one->at, one->text + shift(one->at, other->at));
        ++one, ++other;
      } else if (both && one->at == other->at) {
        text += halves(&*one++, &*other++);
      } else if (other == others.end() || (one != ones.end() && one->at < other->at)) {
        text += halves(&*one++, nullptr);
      } else {
        text += halves(nullptr, &*other++);
      }
    }
    return text;
  }

  const Results& description_;
  const Lives& lives_;
  Language language_;
  std::size_t width_;
  LifeWords words_;
};

}  // namespace

std::string life_text(const Results& description, const Lives& lives, Language language, std::size_t width) {
  return LifePage(description, lives, language, width).text();
}

}  // namespace sagsflow
