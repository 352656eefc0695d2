#include "held_still.h"

#include "law_run.h"

namespace sagsflow {

std::string of_category_2() {
  return spared("sygedagpenge", {"revalidering"}) +
         "[attribute.kategori.values]\nkat1 = 0.0\nkat2 = 1.0\nkat3 = 0.0\n"
         "[attribute.forlaengelse.values]\nja = 0.0\nnej = 1.0\n";
}

std::string sick(const std::string& certificate) {
  return stays("sygedagpenge", {"raskmeldt", "varighed", "forlaengelse_slut"}) + of_category_2() +
         "[procedure.lae285.step.attest]\nwait = \"" + certificate +
         "\"\n"
         "[procedure.sygeopfoelgning.step.indkaldt]\nnext = { by = \"kategori\", kat1 = \"digital\", else = { aflyst = "
         "1e-9, samtale = \"rest\" } }\n";
}

std::string insured() {
  return stays("ledig", {"job", "sygemeldt", "andet", "opbrugt"}) +
         spared("ledig", {"jobrotation_mulig", "loentilskud_mulig"});
}

std::string on_assistance(const std::string& status, const std::vector<std::string>& exits) {
  std::string rules =
      stays(status, exits) + spared(status, {"raadighedsbrud"}) +
      "[procedure.kh_samtale.step.indkaldt]\nnext = { aflyst = 0.12, udeblevet = 1e-9, samtale = \"rest\" }\n";
  if (status != "kontanthjaelp_jobparat") rules += spared(status, {"afklaret"});
  if (status == "kontanthjaelp") rules += spared(status, {"revalidering"});
  return rules;
}

std::string in_clarification() {
  return stays("jobafklaring", {"job", "ledig", "andet"}) + spared("jobafklaring", {"afklaret"});
}

std::string on_allowance() {
  return stays("ledighedsydelse", {"fleksjob", "andet"}) +
         spared("ledighedsydelse", {"bliver_syg", "raadighedstvivl"}) +
         "[procedure.ly_revurdering.step.redegoerelse]\nnext = { til_team = 1e-9, end = \"rest\" }\n";
}

}  // namespace sagsflow
