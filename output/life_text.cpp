#include "output/life_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "output/labels.h"
#include "output/life_words.h"
#include "output/number_format.h"
#include "output/rule_words.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

/// "2018-03-05 09:12  1.234  " before the words of an event.
constexpr std::size_t kTimeWidth = 16, kDayWidth = 5, kMargin = kTimeWidth + 2 + kDayWidth + 2;
/// Two columns are narrower than this nowhere.
constexpr std::size_t kLeastColumn = 28;

/// What happens at one instant in one column.
struct Instant {
  Time at;
  std::vector<std::string> lines;
};

class LifePage {
 public:
  LifePage(const Results& description, const Lives& lives, Language language, std::size_t width)
      : description_(description),
        lives_(lives),
        language_(language),
        width_(width),
        words_(description, lives, language) {}

  std::string text() {
    std::string page = head() + '\n' + waits() + '\n' + course() + '\n';
    const Life& first = lives_.lives[0];
    const Life& second = lives_.lives[1];
    const auto alike = static_cast<std::ptrdiff_t>(first.alike);
    const bool all_alike = first.alike == first.events.size() && second.alike == second.events.size();
    if (alike > 0) {
      page += all_alike ? std::string() : heading(std::string(in({"Ens i begge arme", "Alike in both arms"})));
      page += one_column(instants(first, 0, first.alike, width_ - kMargin));
    }
    if (all_alike) return page;
    const std::size_t column = (width_ - kMargin - 3) / 2;
    if (width_ >= kMargin + 3 + 2 * kLeastColumn) {
      if (alike > 0) page += '\n';
      return page + two_columns(instants(first, first.alike, first.events.size(), column),
                                instants(second, second.alike, second.events.size(), column), column);
    }
    for (const Life& life : lives_.lives) {
      page += '\n' + heading(name_of(life));
      page += one_column(instants(life, life.alike, life.events.size(), width_ - kMargin));
    }
    return page;
  }

 private:
  std::string_view in(const Phrase& phrase) const { return phrase.in(language_); }
  std::string name_of(const Life& life) const { return column_name_of(description_, life.arm, language_); }
  std::string heading(const std::string& title) const { return title + '\n' + rule_below(width_) + '\n'; }
  static std::string rule_below(std::size_t columns) {
    std::string rule;
    for (std::size_t i = 0; i < columns; ++i) rule += "─";
    return rule;
  }

  const Life& someone() const { return lives_.lives[0].is_there() ? lives_.lives[0] : lives_.lives[1]; }

  /// Who it is.
  std::string head() const {
    const Life& life = someone();
    std::string index;
    if (lives_.citizen.index > 1) index = fmt::format(":{}", lives_.citizen.index);
    std::string text = lines_of(
        fmt::format(
            fmt::runtime(in({"{}, nr. {}{}, gentagelse {}: {} og {}", "{}, no. {}{}, replication {}: {} and {}"})),
            words_.label(lives_.citizen.source), lives_.citizen.number, index, lives_.replication + 1,
            name_of(lives_.lives[0]), name_of(lives_.lives[1])),
        width_);
    std::string traits;
    for (std::size_t i = 0; i < life.on_arrival.size(); ++i) {
      if (life.on_arrival[i] == "false") continue;
      traits += fmt::format("{}{}: {}", traits.empty() ? "" : ", ", words_.label(lives_.attributes[i].path),
                            attribute_value(life.on_arrival[i], language_));
    }
    text += lines_of(fmt::format("{} {}. {}", in({"Kom", "Came"}), date_and_time_text(life.arrived), traits), width_);
    if (!lives_.in_cohort) {
      text += lines_of(in({"Kom ikke i vinduet: tæller ikke med blandt resultaternes borgere.",
                           "Did not come in the window: not among the citizens of the results."}),
                       width_);
    }
    if (!lives_.paired) {
      text += lines_of(in({"Tilgangens tidspunkter er ikke de samme i armene: det er måske ikke den samme borger.",
                           "The arrival's times differ between the arms: it may not be the same citizen."}),
                       width_);
    }
    return text;
  }

  /// Total waiting by cause, time and where it ended.
  std::string waits() const {
    TextTable table({{"", Align::left},
                     {name_of(lives_.lives[0]), Align::right},
                     {name_of(lives_.lives[1]), Align::right},
                     {std::string(in({"forskel", "difference"})), Align::right}});
    table.section(std::string(in({"Ventetid i alt, dage", "Total waiting, days"})));
    const std::array<LifeWaits, 2> waits{waits_of(lives_.lives[0]), waits_of(lives_.lives[1])};
    std::map<std::string, std::array<Span, 2>> causes;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < 2; ++i) {
      for (const auto& [cause, length] : waits[i].causes) {
        if (!causes.contains(cause)) order.push_back(cause);
        causes[cause][i] += length;
      }
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](const std::string& cause) { return std::max(causes[cause][0], causes[cause][1]); });
    for (const std::string& cause : order) {
      days_row(table, std::string(cause_words(cause, language_)), causes[cause], {});
    }
    days_row(table, std::string(in({"i alt", "total"})), {waits[0].total, waits[1].total},
             {waits[0].open, waits[1].open});
    const auto& [one, other] = lives_.lives;
    days_row(table, std::string(in({"tid fra ankomst til afgang", "time from coming to leaving"})),
             {one.until - one.arrived, other.until - other.arrived}, {!one.left, !other.left});
    table.row({std::string(in({"status til sidst", "status at the end"})), status_of(one), status_of(other), ""});
    std::string text = table.text(width_);
    if (waits[0].open || waits[1].open || !one.left || !other.left) {
      text += std::string(in({"≥: endnu ikke slut, da kørslen sluttede", "≥: not over when the run ended"})) + '\n';
    }
    return text;
  }

  std::string status_of(const Life& life) const {
    return life.is_there() ? words_.label(life.status) : std::string(in({"kom ikke", "did not come"}));
  }

  void days_row(TextTable& table, std::string name, std::array<Span, 2> lengths, std::array<bool, 2> open) const {
    std::vector<std::string> cells{std::move(name)};
    for (std::size_t i = 0; i < 2; ++i) {
      const bool there = lives_.lives[i].is_there();
      cells.push_back(there ? (open[i] ? "≥ " : "") + number(in_days(lengths[i]), 1, language_)
                            : std::string(kNoValue));
    }
    const bool both = lives_.lives[0].is_there() && lives_.lives[1].is_there() && open[0] == open[1] && !open[0];
    cells.push_back(both ? signed_number(in_days(lengths[1]) - in_days(lengths[0]), 1, language_) : std::string());
    table.row(std::move(cells));
  }

  /// Where the two part, and why.
  std::string course() const {
    const Life& life = someone();
    if (lives_.course == Course::same) {
      return lines_of(in({"Forløbet er det samme i begge arme.", "The course is the same in both arms."}), width_);
    }
    const Life& longer = lives_.lives[0].events.size() > lives_.lives[0].alike ? lives_.lives[0] : lives_.lives[1];
    const Time at = longer.events[longer.alike].at;
    std::string text = fmt::format(fmt::runtime(in({"Forløbene skilles {} (dag {})", "The courses part {} (day {})"})),
                                   date_and_time_text(at), day_text(at - life.arrived));
    if (lives_.course == Course::knock_on) {
      text += in({", kun gennem køerne: reglerne er de samme, men andre er foran.",
                  ", only through the queues: the rules are the same, others are ahead."});
      return lines_of(text, width_);
    }
    text += fmt::format(fmt::runtime(in({", direkte: {} er ikke den samme regel i begge arme",
                                         ", directly: {} is not the same rule in both arms"})),
                        words_.thing(lives_.rule));
    if (!lives_.trial.empty()) {
      text += fmt::format(" ({} {})", in({"forsøg", "trial"}), words_.trial(lives_.trial));
    }
    return lines_of(text + '.', width_);
  }

  std::string day_text(Span since) const { return number(std::floor(in_days(since)), 0, language_); }

  /// The words of events [from, to) in lines of `columns`, by instant. A citation is said where it changes.
  std::vector<Instant> instants(const Life& life, std::size_t from, std::size_t to, std::size_t columns) const {
    std::vector<Instant> list;
    std::string law;
    for (std::size_t i = from; i < to; ++i) {
      const LifeEvent& event = life.events[i];
      std::string text = words_.event(event);
      if (text.empty()) continue;
      std::vector<std::string> remarks;
      if (std::string rule = words_.rule(event); !rule.empty()) remarks.push_back(std::move(rule));
      if (!event.law.empty() && event.law != law) remarks.push_back(law = event.law);
      const bool by_trial = !event.trial.empty() && event.what != LifeEvent::What::wait_ended;
      if (by_trial) remarks.push_back(fmt::format("{} {}", in({"forsøg", "trial"}), words_.trial(event.trial)));
      if (!remarks.empty()) text += fmt::format(" [{}]", fmt::join(remarks, "; "));
      if (list.empty() || list.back().at != event.at) list.push_back({event.at, {}});
      bool first = true;
      for (std::string& line : wrapped(text, columns - 2)) {
        list.back().lines.push_back((first ? "" : "  ") + cut_to(line, columns - 2));
        first = false;
      }
    }
    return list;
  }

  std::string margin(Time at, bool shown) const {
    if (!shown) return std::string(kMargin, ' ');
    const std::string day = day_text(at - someone().arrived);
    const std::string blanks(kDayWidth - std::min(kDayWidth, columns_of(day)), ' ');
    return date_and_time_text(at) + "  " + blanks + day + "  ";
  }

  std::string column_heads() const {
    return fmt::format("{:<{}}{:>{}}  ", in({"tid", "time"}), kTimeWidth + 2, in({"dag", "day"}), kDayWidth);
  }

  std::string one_column(const std::vector<Instant>& list) const {
    std::string text;
    for (const Instant& instant : list) {
      for (std::size_t i = 0; i < instant.lines.size(); ++i)
        text += margin(instant.at, i == 0) + instant.lines[i] + '\n';
    }
    return text;
  }

  std::string two_columns(const std::vector<Instant>& left, const std::vector<Instant>& right,
                          std::size_t column) const {
    const auto padded = [&](const std::string& line) {
      return line + std::string(column - std::min(column, columns_of(line)), ' ');
    };
    std::string text =
        heading(column_heads() + padded(cut_to(name_of(lives_.lives[0]), column)) + "   " + name_of(lives_.lives[1]));
    auto one = left.begin(), other = right.begin();
    while (one != left.end() || other != right.end()) {
      const Time at = one == left.end() ? other->at : other == right.end() ? one->at : std::min(one->at, other->at);
      static const std::vector<std::string> kNothing;
      const auto& ones = one != left.end() && one->at == at ? (one++)->lines : kNothing;
      const auto& others = other != right.end() && other->at == at ? (other++)->lines : kNothing;
      for (std::size_t i = 0; i < std::max(ones.size(), others.size()); ++i) {
        std::string line = margin(at, i == 0) + padded(i < ones.size() ? ones[i] : std::string()) + " │ ";
        if (i < others.size()) line += others[i];
        while (line.ends_with(' ')) line.pop_back();
        text += line + '\n';
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
