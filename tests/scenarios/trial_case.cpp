#include "trial_case.h"

#include <fmt/format.h>

#include <cmath>

namespace sagsflow {

LawCase under(LawCase law_case, const std::vector<std::string>& trials) {
  law_case.rules += "[[arm]]\nname = \"forsoeg\"\ntrials = [";
  for (const std::string& trial : trials) law_case.rules += fmt::format("\"trials/{}.toml\", ", trial);
  law_case.rules += "]\n";
  return law_case;
}

LawRun with_room_for_all(const LawCase& law_case) {
  const std::string sessions = "sessions = \"240 per year\"\n";
  std::string text = law_case.text();
  text.insert(text.find(sessions), "agenda = 100000\n");
  return LawRun(text, law_case.citizens);
}

double margin_of_share(double share, int seen) {
  return 3.5 * std::sqrt(share * (1 - share) / seen);
}

std::string once(std::string rules, const std::string& status, const std::string& duty, const std::string& first) {
  const std::string spare = spared(status, {duty});
  const auto at = rules.find(spare);
  if (at != std::string::npos) rules.erase(at, spare.size());
  return rules + fmt::format("[status.{}.duty.{}]\nfirst = \"{}\"\nevery = \"never\"\n", status, duty, first);
}

}  // namespace sagsflow
