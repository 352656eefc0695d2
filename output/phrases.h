#pragma once

#include "output/language.h"

/// Every phrase of the output, once, in both languages. "{}" is filled in by fmt.
namespace sagsflow::phrases {

// Headings of tables.
inline constexpr Phrase hours_and_cost{"Timer og omkostninger om året", "Hours and cost a year"};
inline constexpr Phrase waiting_times{"Ventetider, dage", "Waiting times, days"};
inline constexpr Phrase why_they_wait{"Hvorfor borgerne venter, 1.000 dage om året",
                                      "Why citizens wait, 1,000 days a year"};
inline constexpr Phrase meetings{"Møder", "Meetings"};
inline constexpr Phrase deadlines{"Frister, der ikke holdes, %", "Deadlines not met, %"};
inline constexpr Phrase stocks{"Borgere i hver status", "Citizens in each status"};
inline constexpr Phrase weeks_on_benefit{"Uger på ydelse pr. forløb", "Weeks on benefit, by spell"};
inline constexpr Phrase money{"Penge om året, mio. kr.", "Money a year, DKK million"};
inline constexpr Phrase citizens_against_themselves{"Samlet ventetid, samme borger", "Total waiting, same citizen"};

// Headings of groups.
inline constexpr Phrase own_pools{"Kommunens medarbejdere", "The municipality's staff"};
inline constexpr Phrase outside_pools{"Uden for kommunen", "Outside the municipality"};
inline constexpr Phrase hours_by_activity{"Aktiviteter, timer (de vigtigste)", "Activities, hours (the main ones)"};

// Rows.
inline constexpr Phrase staff_hours{"Medarbejdertimer i alt", "Staff hours in total"};
inline constexpr Phrase cost_below{"  omkostning, 1.000 kr.", "  cost, DKK 1,000"};
inline constexpr Phrase mean{"gennemsnit", "mean"};
inline constexpr Phrase mean_within{"gennemsnit inden for {} dage", "mean within {} days"};
inline constexpr Phrase median{"halvdelen venter højst", "half wait at most"};
inline constexpr Phrase ninety{"9 ud af 10 venter højst", "9 in 10 wait at most"};
inline constexpr Phrase still_waiting{"venter stadig, borgere", "still waiting, citizens"};
inline constexpr Phrase give_up{"opgiver at vente, om året", "give up waiting, a year"};
inline constexpr Phrase each_of{"{} (hver af {})", "{} (each of {})"};
inline constexpr Phrase sessions{"møder om året", "sessions a year"};
inline constexpr Phrase cancelled_sessions{"aflyste møder om året", "cancelled sessions a year"};
inline constexpr Phrase cases{"sager om året", "cases a year"};
inline constexpr Phrase cases_per_session{"sager pr. møde", "cases a session"};
inline constexpr Phrase full_share{"fuld dagsorden, %", "full agenda, %"};
inline constexpr Phrase first_session_share{"på første mulige møde, %", "at the first possible session, %"};
inline constexpr Phrase times_below{"  gange om året", "  times a year"};
inline constexpr Phrase duties{"Pligter (de vigtigste)", "Duties (the main ones)"};
inline constexpr Phrase missed_below{"  aldrig afholdt, om året", "  never held, a year"};
inline constexpr Phrase whole_mean{"gennemsnit, start til slut", "mean, start to end"};
inline constexpr Phrase whole_median{"halvdelen er slut inden", "half end within"};
inline constexpr Phrase whole_ninety{"9 ud af 10 er slut inden", "9 in 10 end within"};
inline constexpr Phrase benefit{"Ydelser til borgerne", "Benefits to the citizens"};
inline constexpr Phrase municipal_net{"Kommunens nettoudgift i alt", "Municipality's net cost, total"};
inline constexpr Phrase state_net{"heraf statens refusion", "of which the state refunds"};
inline constexpr Phrase staff_cost{"Kommunens medarbejdere", "The municipality's staff"};
inline constexpr Phrase fees{"Attester og undersøgelser", "Statements and examinations"};

// Why they wait.
inline constexpr Phrase cause_document{"på et dokument", "for a document"};
inline constexpr Phrase cause_busy{"alle medarbejdere er optaget", "all staff are busy"};
inline constexpr Phrase cause_closed{"uden for åbningstid, helligdage", "outside hours, holidays"};
inline constexpr Phrase cause_session{"næste møde er ikke holdt endnu", "the next session is to come"};
inline constexpr Phrase cause_full{"dagsordenen er fuld", "the agenda is full"};
inline constexpr Phrase cause_cancelled{"mødet er aflyst", "the session was cancelled"};
inline constexpr Phrase cause_outside{"på en ekstern enhed", "for an outside unit"};
inline constexpr Phrase cause_citizen{"på borgeren selv", "for the citizen"};

// The citizens.
inline constexpr Phrase by_course{"Hvordan forsøget når dem, %", "How the trial reaches them, %"};
inline constexpr Phrase direct{"direkte: egne regler er andre", "directly: their own rules differ"};
inline constexpr Phrase knock_on{"kun gennem køerne", "only through the queues"};
inline constexpr Phrase direct_days{"dem, forsøget når direkte", "those reached directly"};
inline constexpr Phrase knock_on_days{"dem, der kun mærker køerne", "those who only meet the queues"};
inline constexpr Phrase direct_longer{"heraf direkte", "of these directly"};
inline constexpr Phrase knock_on_longer{"heraf kun gennem køerne", "of these only through the queues"};
inline constexpr Phrase shares{"Andel af borgerne, %", "Share of the citizens, %"};
inline constexpr Phrase yearly{"Borgere om året", "Citizens a year"};
inline constexpr Phrase change_in_days{"Ændring i dage, gennemsnit", "Change in days, mean"};
inline constexpr Phrase shorter{"venter kortere", "wait shorter"};
inline constexpr Phrase same{"venter det samme (± 1 dag)", "wait the same (± 1 day)"};
inline constexpr Phrase longer{"venter længere", "wait longer"};
inline constexpr Phrase undecided{"uafgjort (venter stadig)", "undecided (still waiting)"};
inline constexpr Phrase unpaired{"uden sammenligning", "not paired"};
inline constexpr Phrase everyone{"alle, der er afgjort", "all who are decided"};
inline constexpr Phrase those_shorter{"dem, der venter kortere", "those who wait shorter"};
inline constexpr Phrase those_longer{"dem, der venter længere", "those who wait longer"};

// The answer.
inline constexpr Phrase answer_title{"{} mod {} ({} gentagelser, 95\u00a0%-intervaller)",
                                     "{} against {} ({} replications, 95% intervals)"};
inline constexpr Phrase against{"Mod {}", "Against {}"};
inline constexpr Phrase hours_label{"Timer", "Hours"};
inline constexpr Phrase wait_label{"Ventetid", "Waiting"};
inline constexpr Phrase citizens_label{"Borgere", "Citizens"};
inline constexpr Phrase money_label{"Penge", "Money"};
inline constexpr Phrase hours_freed{"{} medarbejdertimer frigøres om året; det er {}",
                                    "{} staff hours freed a year; that is {}"};
inline constexpr Phrase hours_more{"{} flere medarbejdertimer om året; det er {}",
                                   "{} more staff hours a year; that is {}"};
inline constexpr Phrase hours_unclear{"uafklaret: {} medarbejdertimer om året", "not clear: {} staff hours a year"};
inline constexpr Phrase wait_change{"{}: fra {} til {} dage i gennemsnit ({})",
                                    "{}: from {} to {} days in the mean ({})"};
inline constexpr Phrase citizens_share{"{} venter kortere, {} det samme, {} længere, {} uafgjort",
                                       "{} wait shorter, {} the same, {} longer, {} undecided"};
inline constexpr Phrase money_change{"kommunens nettoudgift i alt: {} mio. kr. om året",
                                     "the municipality's net cost in total: DKK {} m a year"};
inline constexpr Phrase short_hours{"Timer/år", "Hours/year"};
inline constexpr Phrase short_wait{"Ventedage", "Days waited"};
inline constexpr Phrase short_money{"Nettoudgift", "Net cost"};
inline constexpr Phrase fewer{"{} færre", "{} fewer"};
inline constexpr Phrase more{"{} flere", "{} more"};
inline constexpr Phrase short_citizens{"{} kortere, {} længere", "{} shorter, {} longer"};
inline constexpr Phrase millions_a_year{"{} mio. kr./år", "DKK {} m/year"};

// Marks and legends.
inline constexpr Phrase unclear{"uafklaret", "not clear"};
inline constexpr Phrase unchanged{"uændret", "unchanged"};
inline constexpr Phrase answer_legend{
    "{} gentagelser; ± er 95\u00a0%-intervallet; ?\u00a0= uafklaret, intervallet dækker 0. Nettoudgift er kommunens, i "
    "alt. "
    "Borgere: andelen, hvis samlede ventetid ændres mere end en dag.",
    "{} replications; ± is the 95% interval; ?\u00a0= not clear, the interval covers 0. Net cost is the "
    "municipality's, in "
    "total. Citizens: the share whose total waiting changes by more than a day."};
inline constexpr Phrase wait_legend{
    "Ventedage: gennemsnit det sted, hvor flest ventedage spares eller kommer til: {}. Steder, hvor borgere opgiver og "
    "venter videre andetsteds, er ikke med.",
    "Days waited: the mean at the place where most days of waiting are saved or added: {}. Places where citizens give "
    "up "
    "and go on waiting elsewhere are left out."};
inline constexpr Phrase legend{"Tabellerne: først {}, derefter forskellen fra {} i de samme gentagelser.",
                               "The tables: first {}, then the difference from {} in the same replications."};
inline constexpr Phrase legend_unclear{"{}\u00a0= uafklaret: intervallet dækker 0.",
                                       "{}\u00a0= not clear: the interval covers 0."};
inline constexpr Phrase legend_level{"(I parentes: niveauet, hvor {} intet har.)",
                                     "(In parentheses: the level, where {} has none.)"};
inline constexpr Phrase little_gained{
    "Advarsel: at armene deler held, gør ikke intervallet smallere for {}; flere gentagelser hjælper.",
    "Warning: that the arms share their luck does not narrow the interval of {}; more replications help."};
inline constexpr Phrase legend_simultaneous{
    "Forskellenes intervaller holder for alle {} forsøg på én gang (Bonferroni).",
    "The differences' intervals hold for all {} trials at once (Bonferroni)."};
inline constexpr Phrase legend_controls{
    "I {} af {} forskelle er tilgangens tilfældige udsving regnet fra (kontrolvariater); det gør dem sikrere.",
    "In {} of {} differences what chance adds to the arrivals is taken out (control variates), which narrows them."};
inline constexpr Phrase precision_reached{"Præcision: {} er ± {}, målet {} er nået med {} gentagelser.",
                                          "Precision: {} is ± {}, the goal of {} is reached with {} replications."};
inline constexpr Phrase precision_missed{"Præcision: {} er ± {}, målet {} er IKKE nået med {} gentagelser.",
                                         "Precision: {} is ± {}, the goal of {} is NOT reached with {} replications."};
inline constexpr Phrase citizens_in_all{"borgere i alt", "citizens in total"};
inline constexpr Phrase line_at{"kø: {}", "queue: {}"};
inline constexpr Phrase warm_up_short{
    "Advarsel: opvarmningen på {0} uger er for kort (MSER-5 ser bort fra op til {2} uger) for: {1}.",
    "Warning: the warm-up of {0} weeks is too short (MSER-5 leaves out up to {2} weeks) for: {1}."};
inline constexpr Phrase never_steady{
    "Advarsel: finder ikke sit leje i opvarmning og vindue (MSER-5), så niveauet afhænger af, hvor kørslen begynder: "
    "{}.",
    "Warning: does not settle in warm-up and window (MSER-5), so that its level depends on where the run begins: {}."};
inline constexpr Phrase of_hours{"timer", "hours"};
inline constexpr Phrase of_wait{"ventedage", "days waited"};
inline constexpr Phrase of_money{"nettoudgift", "net cost"};
inline constexpr Phrase levels_legend{"{} gentagelser, vindue på {} år. ± er 95 %-intervallet.",
                                      "{} replications, a window of {} years. ± is the 95% interval."};

// The evidence.
inline constexpr Phrase target{"Mål", "Target"};
inline constexpr Phrase source{"Kilde", "Source"};
inline constexpr Phrase kind{"Art", "Kind"};
inline constexpr Phrase in_document{"I kilden", "In the source"};
inline constexpr Phrase in_model{"I modellen", "In the model"};
inline constexpr Phrase outcome{"Udfald", "Outcome"};
inline constexpr Phrase met{"inden for", "inside"};
inline constexpr Phrase missed_target{"UDEN FOR", "OUTSIDE"};
inline constexpr Phrase not_measured{"IKKE MÅLT", "NOT MEASURED"};
inline constexpr Phrase hard{"hård", "hard"};
inline constexpr Phrase soft{"blød", "soft"};
inline constexpr Phrase mechanical{"mekanisk", "mechanical"};
inline constexpr Phrase falsification{"prøve", "falsification"};
inline constexpr Phrase at_most{"højst {}", "at most {}"};
inline constexpr Phrase at_least{"mindst {}", "at least {}"};
inline constexpr Phrase falls{"falder", "falls"};
inline constexpr Phrase rises{"stiger", "rises"};
inline constexpr Phrase not_in_results{"resultaterne har ikke {} {}", "the results do not have {} {}"};
inline constexpr Phrase no_note{"ingen forklaring i scenariet", "the scenario's notes do not explain it"};
inline constexpr Phrase evidence_sum{"{} af {} mål er inden for; punktestimatet afgør, intervallet er 95 %.",
                                     "{} of {} targets are inside; the point estimate decides, the interval is 95%."};
inline constexpr Phrase checks_sum{
    "{} af {} falsifikationsprøver holder: hele intervallet er inden for, så en stor virkning er udelukket.",
    "{} of {} falsification checks hold: the whole interval is inside, so that a large effect is ruled out."};
inline constexpr Phrase failed_sum{"Scenarier, der ikke kunne køres: {}.", "Scenarios that could not be run: {}."};

}  // namespace sagsflow::phrases
