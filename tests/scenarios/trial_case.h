#pragma once

#include <string>
#include <vector>

#include "law_run.h"

namespace sagsflow {

// Tests of the trials name them T01 … T33 as scenarios/README.md does. Like the tests of the law, they hold still what
// is beside the point; what a trial sets itself stays as the trial says.

/// The same case under trials: files of trials/ without their ".toml".
LawCase under(LawCase law_case, const std::vector<std::string>& trials);

/// The case run with as many places at a session of the team as there are cases.
LawRun with_room_for_all(const LawCase& law_case);
/// The certificate takes 60 days, and nobody is sent to the clinical unit.
inline const std::string kCertificateAlone =
    "[procedure.laegeattest.step.attest]\nwait = \"60 days\"\n"
    "[procedure.jaf_visitation.step.attest_modtaget]\nnext = { send_til_kf = 1e-9, indkaldelse = \"rest\" }\n"
    "[procedure.rehabsag.step.attest_modtaget]\nnext = { send_til_kf = 1e-9, indkaldelse = \"rest\" }\n";

/// 3.5 standard errors of a share seen in so many.
double margin_of_share(double share, int seen);

/// `rules` with `duty` of `status`, which they spare, due after `first` and not again.
std::string once(std::string rules, const std::string& status, const std::string& duty, const std::string& first);

}  // namespace sagsflow
