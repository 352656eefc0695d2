#include "output/life_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "output/labels.h"
#include "output/life_words.h"
#include "output/number_format.h"
#include "output/text_table.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostSteps = 8;

const Life& someone(const Lives& lives) {
  return lives.lives[0].is_there() ? lives.lives[0] : lives.lives[1];
}

/// Waiting in both arms, by cause or by step.
using Waits = std::map<std::string, std::array<Span, 2>>;

/// The keys, those of most waiting first.
std::vector<std::string> by_size(const Waits& waits) {
  std::vector<std::string> keys;
  for (const auto& [key, lengths] : waits) keys.push_back(key);
  std::ranges::stable_sort(keys, std::ranges::greater{},
                           [&](const std::string& key) { return std::max(waits.at(key)[0], waits.at(key)[1]); });
  return keys;
}

class LifeSummary {
 public:
  LifeSummary(const Results& description, const Lives& lives, Language language, std::size_t width)
      : description_(description),
        lives_(lives),
        language_(language),
        width_(width),
        words_(description, lives, language) {}

  std::string text() const { return head() + '\n' + waits() + '\n' + course(); }

 private:
  std::string_view in(const Phrase& phrase) const { return phrase.in(language_); }
  std::string name_of(std::size_t life) const {
    return column_name_of(description_, lives_.lives[life].arm, language_);
  }
  std::string lines(std::string_view text) const { return lines_of(text, width_); }

  std::string head() const {
    const Life& life = someone(lives_);
    const CitizenName& citizen = lives_.citizen;
    constexpr Phrase title{"{}, nr. {}{}, gentagelse {}: {} og {}", "{}, no. {}{}, replication {}: {} and {}"};
    std::string text = lines(fmt::format(fmt::runtime(in(title)), words_.label(citizen.source), citizen.number,
                                         citizen.index > 1 ? fmt::format(":{}", citizen.index) : "",
                                         lives_.replication + 1, name_of(0), name_of(1)));
    std::string traits;
    for (std::size_t i = 0; i < life.on_arrival.size(); ++i) {
      if (life.on_arrival[i] == "false") continue;
      traits += fmt::format("{}{}: {}", traits.empty() ? ". " : ", ", words_.label(lives_.attributes[i].path),
                            attribute_value(life.on_arrival[i], language_));
    }
    text += lines(fmt::format("{} {}{}.", in({"Kom", "Came"}), date_and_time_text(life.arrived), traits));
    if (!lives_.in_cohort) {
      text += lines(in({"Kom ikke i vinduet: tæller ikke med blandt resultaternes borgere.",
                        "Did not come in the window: not among the citizens of the results."}));
    }
    if (!lives_.paired) {
      text += lines(in({"Tilgangens tidspunkter er ikke de samme i armene: det er måske ikke den samme borger.",
                        "The arrival's times differ between the arms: it may not be the same citizen."}));
    }
    return text;
  }

  std::string waits() const {
    TextTable table({{"", Align::left},
                     {name_of(0), Align::right},
                     {name_of(1), Align::right},
                     {std::string(in({"forskel", "difference"})), Align::right}});
    Waits causes, steps;
    for (std::size_t i = 0; i < 2; ++i) {
      for (const auto& [cause, length] : waits_of(lives_.lives[i]).causes) causes[cause][i] += length;
      for (const LifeEvent& event : lives_.lives[i].events) {
        if (event.waited > Span::zero()) steps[event.object][i] += event.waited;
      }
    }
    table.section(std::string(in({"Ventetid i alt, dage", "Total waiting, days"})));
    for (const std::string& cause : by_size(causes)) {
      row(table, std::string(cause_words(cause, language_)), causes.at(cause), {});
    }
    const LifeWaits one = waits_of(lives_.lives[0]), other = waits_of(lives_.lives[1]);
    row(table, std::string(in({"i alt", "total"})), {one.total, other.total}, {one.open, other.open});
    if (one.at_all != one.total || other.at_all != other.total) {
      row(table, std::string(in({"samtidige ventetider talt én gang", "waits at the same time counted once"})),
          {one.at_all, other.at_all}, {one.open, other.open});
    }
    if (steps.size() > 1) table.section(std::string(in({"Heraf i trinnene", "Of these in the steps"})));
    std::vector<std::string> order = by_size(steps);
    order.resize(steps.size() > 1 ? std::min(order.size(), kMostSteps) : 0);
    for (const std::string& step : order) row(table, words_.label_with_owner(step), steps.at(step), {});
    table.section(std::string(in({"Hele forløbet", "The whole course"})));
    const auto& [law, trial] = lives_.lives;
    row(table, std::string(in({"dage fra ankomst til afgang", "days from coming to leaving"})),
        {law.until - law.arrived, trial.until - trial.arrived}, {!law.left, !trial.left});
    table.row({std::string(in({"status til sidst", "status at the end"})), status_of(law), status_of(trial), ""});
    std::string text = table.text(width_);
    const bool unfinished = one.open || other.open || !law.left || !trial.left;
    if (unfinished) text += lines(in({"≥: ikke slut, da kørslen sluttede", "≥: not over when the run ended"}));
    return text;
  }

  std::string status_of(const Life& life) const {
    return life.is_there() ? words_.label(life.status) : std::string(in({"kom ikke", "did not come"}));
  }

  void row(TextTable& table, std::string name, std::array<Span, 2> lengths, std::array<bool, 2> open) const {
    std::vector<std::string> cells{std::move(name)};
    bool comparable = true;
    for (std::size_t i = 0; i < 2; ++i) {
      const bool there = lives_.lives[i].is_there();
      comparable = comparable && there && !open[i];
      const std::string value = number(in_days(lengths[i]), 1, language_);
      cells.push_back(there ? (open[i] ? "≥ " : "") + value : std::string(kNoValue));
    }
    const double difference = in_days(lengths[1]) - in_days(lengths[0]);
    cells.push_back(comparable ? signed_number(difference, 1, language_) : std::string());
    table.row(std::move(cells));
  }

  std::string when(Time at) const {
    return fmt::format("{} ({} {})", date_and_time_text(at), in({"dag", "day"}), day_of_life(lives_, at, language_));
  }

  /// "trin »Første JAF« … (forsøg »…«)"
  std::string rule() const {
    std::string text = words_.thing(lives_.rule);
    if (!lives_.trial.empty()) text += fmt::format(" ({} {})", in({"forsøg", "trial"}), words_.trial(lives_.trial));
    return text;
  }

  /// The first event that the other arm does not have.
  Time parting() const {
    Time first = Time::max();
    for (const Life& life : lives_.lives) {
      if (life.alike < life.events.size()) first = std::min(first, life.events[life.alike].at);
    }
    return first;
  }

  std::string course() const {
    if (lives_.course == Course::same) {
      return lines(in({"Forløbet er det samme i begge arme.", "The course is the same in both arms."}));
    }
    const std::string from = when(parting());
    if (lives_.course == Course::direct) {
      constexpr Phrase direct{"Forløbene skilles {}, direkte: reglen er en anden i {}.",
                              "The courses part {}, directly: the rule differs in {}."};
      return lines(fmt::format(fmt::runtime(in(direct)), from, rule()));
    }
    constexpr Phrase knock_on{"Forløbene skilles {}, i første omgang kun gennem køerne: andre er foran.",
                              "The courses part {}, at first only through the queues: others are ahead."};
    std::string text = fmt::format(fmt::runtime(in(knock_on)), from);
    if (lives_.rule.empty()) {
      text += in({" Borgeren møder ingen regel, der er en anden.", " The citizen meets no rule that differs."});
    } else {
      constexpr Phrase later{" Den første regel, der er en anden, mødes {}: {}.",
                             " The first rule that differs is met {}: {}."};
      text += fmt::format(fmt::runtime(in(later)), when(lives_.rule_at), rule());
    }
    return lines(text);
  }

  const Results& description_;
  const Lives& lives_;
  Language language_;
  std::size_t width_;
  LifeWords words_;
};

}  // namespace

std::string life_summary(const Results& description, const Lives& lives, Language language, std::size_t width) {
  return LifeSummary(description, lives, language, width).text();
}

std::string day_of_life(const Lives& lives, Time at, Language language) {
  return number(std::floor(in_days(at - someone(lives).arrived)), 0, language);
}

}  // namespace sagsflow
