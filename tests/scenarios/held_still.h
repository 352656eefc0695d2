#pragma once

#include <string>
#include <vector>

namespace sagsflow {

// Tests of the law name its rules L01 … L34 as scenarios/README.md does. Exits and whatever else is random and beside
// the point are held still, so that what a rule gives can be counted by hand; working hours move it by a few days.

/// On sickness benefit for good, category 2, with no extension to ask a team about; the certificate takes that long,
/// and nobody cancels.
std::string sick(const std::string& certificate = "14 days");
/// Category 2 without extension, as `sick`, but for the exits and the certificate.
std::string of_category_2();
/// Insured for good, without wage subsidy or job rotation.
std::string insured();
/// On assistance in `status` without `exits`, nobody staying away and no breach of availability, clarification or
/// rehabilitation.
std::string on_assistance(const std::string& status, const std::vector<std::string>& exits);
/// In a job-clarification course for good, without a case for a grant.
std::string in_clarification();
/// On the allowance for good, never sick, never in doubt, no reassessment going to the team.
std::string on_allowance();

// What arrivals are set to.
inline const std::string kAssisted = "visitation = \"aktivitetsparat\", hjaelp = \"kontanthjaelp\"";
inline const std::string kYoung = "visitation = \"aktivitetsparat\", hjaelp = \"uddannelseshjaelp\"";
inline const std::string kJobReady = "visitation = \"jobparat\", hjaelp = \"kontanthjaelp\"";

}  // namespace sagsflow
