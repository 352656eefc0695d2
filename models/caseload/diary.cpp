#include "models/caseload/diary.h"

#include <algorithm>

namespace sagsflow {

void Diary::came(const Citizen& citizen, const CitizenId& who, const std::uint8_t* traits) {
  if (who.in_stock != who_.in_stock || who.source != who_.source) return;
  last_number_ = std::max(last_number_, who.number);
  if (who.number == who_.number) together_ = std::max(together_, who.index + 1);
  if (who != who_) return;
  found_ = true;
  in_cohort_ = citizen.cohort != kNobody;
  key_ = citizen.key;
  on_arrival_.assign(traits, traits + traits_);
  if (!who.in_stock) return;
  const Because because{Because::Kind::stock, who.source};
  noted(citizen, {citizen.arrived, Note::What::arrived, who.source, because});
  noted(citizen, {citizen.since, Note::What::entered_status, citizen.status, because});
}

void Diary::noted(const Citizen& citizen, const Note& note) {
  if (!is_of(citizen)) return;
  next_.note = note;
  next_.version = citizen.present;
  entries_.push_back(next_);
  next_ = Entry();
}

void Diary::waited(const Citizen& citizen, const CausedWait& wait) {
  if (!is_of(citizen)) return;
  next_.causes = {};
  for (const CausedWait::Part& part : wait) next_.causes[static_cast<std::size_t>(part.cause)] = part.length;
}

void Diary::duty_times(const Citizen& citizen, Time due, Time deadline) {
  if (!is_of(citizen)) return;
  next_.due = due;
  next_.deadline = deadline;
}

void Diary::trait_set(const Citizen& citizen, std::uint16_t trait, std::uint8_t value, Because because, Time now) {
  if (!is_of(citizen)) return;
  next_.value = value;
  noted(citizen, {now, Note::What::trait_set, trait, because});
}

}  // namespace sagsflow
