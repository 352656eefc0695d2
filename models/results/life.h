#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/results/citizen_rows.h"
#include "models/results/results.h"

namespace sagsflow {

/// A citizen as people name it: "nye_sygemeldte:17".
struct CitizenName {
  std::string source;  ///< the path of an arrival or a stock
  std::uint64_t number = 1;
  std::uint32_t index = 1;  ///< in what came together
};

/// Something that happened to a citizen, with the rule it follows from.
struct LifeEvent {
  enum class What {
    came,
    attribute_set,  ///< perhaps to what it was; or a flag is raised
    entered_status,
    duty_due,  ///< its procedure begins
    duty_held,
    duty_missed,
    entered_step,
    wait_ended,  ///< work or a session begins, or what was waited for is there
    work_ended,
    gave_up,
    withdrawn,  ///< what was waited for has lapsed
    completed,
    cancelled,     ///< a procedure
    still_waiting  ///< when the run ends
  };
  Time at{};
  What what = What::came;
  std::string object;                                 ///< the path of what it is about
  std::string value;                                  ///< of an attribute; of a boolean "true"; of a flag empty
  Span waited{};                                      ///< of a wait that ends in some way, or is still open
  std::vector<std::pair<std::string, Span>> causes;   ///< of the wait: "busy", …; their sum is the wait
  std::optional<std::pair<Time, Time>> due_deadline;  ///< of a duty: when it is due, until when it is in time
  std::string rule;   ///< the path of the rule it follows from; empty: from none, but from who else was there
  std::string law;    ///< as the definition of that rule, or of its procedure, cites it; empty: it does not
  std::string trial;  ///< the trial that has made the rule what it is in this arm; empty: none
  bool operator==(const LifeEvent&) const = default;
};

/// One citizen in one arm. Without events: it never came there.
struct Life {
  std::size_t arm = 0;
  std::vector<std::string> on_arrival;  ///< the value of each attribute of Lives
  std::vector<LifeEvent> events;        ///< in order
  std::size_t alike = 0;                ///< so many of the first events are the same in both arms
  std::string status;                   ///< the path of its last
  Time arrived{}, until{};              ///< when it left, or the run ended
  bool left = false;

  bool is_there() const { return !events.empty(); }
};

/// One citizen in one replication under two arms.
struct Lives {
  CitizenName citizen;
  std::size_t replication = 0;  ///< from 0
  bool in_cohort = false;       ///< it arrived in the window
  bool paired = true;           ///< false: the arrival's times differ between the arms; it may be somebody else
  std::uint64_t last_number = 0;
  std::uint32_t last_index = 0;        ///< of those who came with that number
  std::vector<ObjectInfo> attributes;  ///< attributes and booleans
  std::array<Life, 2> lives;
  Course course = Course::same;
  std::string rule;   ///< the path of the first rule it meets that differs between the arms: of a direct course, where
                      ///< the two part; empty: it meets none
  Time rule_at{};     ///< when it meets it
  std::string trial;  ///< that has changed it
};

/// All waits of a life, those still open up to the end of the run: by cause, of those there are, and their sum.
struct LifeWaits {
  Span total{};
  Span at_all{};  ///< time in which it waits for anything: waits that run together count once
  bool open = false;
  std::vector<std::pair<std::string, Span>> causes;
};
LifeWaits waits_of(const Life& life);

}  // namespace sagsflow
