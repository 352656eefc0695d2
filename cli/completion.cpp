#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/settings.h"

namespace sagsflow {
namespace {

/// What may follow an option, or stand as an argument of a command.
enum class Wanted { nothing, words, folder, scenario, anything };

struct Offer {
  std::vector<std::string> names;  ///< "--lang", "-q"; empty: an argument without a name
  std::string about;
  Wanted wanted = Wanted::nothing;
  std::vector<std::string> words;
};

struct Offers {
  std::string command, about;
  std::vector<Offer> options;
};

/// The words of "da|en".
std::vector<std::string> words_of(std::string type) {
  std::vector<std::string> words;
  for (std::size_t bar; (bar = type.find('|')) != std::string::npos; type.erase(0, bar + 1)) {
    words.push_back(type.substr(0, bar));
  }
  words.push_back(type);
  return words;
}

Offer offer_of(const CLI::Option& option) {
  Offer offer;
  for (const std::string& name : option.get_lnames()) offer.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) offer.names.push_back("-" + name);
  offer.about = option.get_description();
  std::string type = option.get_type_name();
  type.resize(std::min(type.find(':'), type.size()));  // checks stand behind
  const std::string name = option.get_single_name();
  if (option.get_type_size() == 0) {
    offer.wanted = Wanted::nothing;
  } else if (type.find('|') != std::string::npos) {
    offer.wanted = Wanted::words;
    offer.words = words_of(type);
  } else if (type == "DIR" || name == "folder") {
    offer.wanted = Wanted::folder;
  } else if (name == "scenario" || type == "SCENARIO" || name == "from") {
    offer.wanted = Wanted::scenario;
  } else {
    offer.wanted = Wanted::anything;
  }
  return offer;
}

/// Every command with what it takes, as the command line itself is told.
std::vector<Offers> offers_of(const CLI::App& program) {
  std::vector<Offers> all;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    Offers offers{command->get_name(), command->get_description(), {}};
    for (const CLI::Option* option : command->get_options()) offers.options.push_back(offer_of(*option));
    all.push_back(std::move(offers));
  }
  return all;
}

std::string names_of(const std::vector<Offers>& all) {
  std::vector<std::string> names;
  for (const Offers& offers : all) names.push_back(offers.command);
  return fmt::format("{}", fmt::join(names, " "));
}

std::string bash_words(const Offer& offer) {
  switch (offer.wanted) {
    case Wanted::words:
      return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(offer.words, " "));
    case Wanted::folder:
      return "_sagsflow_files d";
    case Wanted::scenario:
      return "_sagsflow_files scenario";
    case Wanted::nothing:
    case Wanted::anything:
      break;
  }
  return "COMPREPLY=()";
}

std::string bash_command(const Offers& offers) {
  std::string options, after, argument = "COMPREPLY=()";
  for (const Offer& offer : offers.options) {
    for (const std::string& name : offer.names) options += name + " ";
    if (offer.names.empty()) {
      argument = bash_words(offer);
    } else if (offer.wanted != Wanted::nothing) {
      after += fmt::format("        {}) {}; return ;;\n", fmt::join(offer.names, " | "), bash_words(offer));
    }
  }
  return fmt::format(R"(    {})
      case "$before" in
{}      esac
      case "$word" in
        -*) COMPREPLY=($(compgen -W '{}' -- "$word")) ;;
        *) {} ;;
      esac
      ;;
)",
                     offers.command, after, options, argument);
}

std::string bash_script(const std::vector<Offers>& all) {
  std::string commands;
  for (const Offers& offers : all) commands += bash_command(offers);
  return fmt::format(R"(# bash completion of sagsflow: source <(sagsflow completion bash)
_sagsflow_files() {{
  local file
  compopt -o filenames 2>/dev/null
  COMPREPLY=()
  while IFS= read -r file; do
    if [ -d "$file" ] || {{ [ "$1" = scenario ] && [[ "$file" = *.toml ]]; }}; then COMPREPLY+=("$file"); fi
  done < <(compgen -f -- "$word")
}}
_sagsflow() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} --help --version' -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}}" in
{}    *) COMPREPLY=() ;;
  esac
}}
complete -F _sagsflow sagsflow
)",
                     names_of(all), commands);
}

/// In single quotes, with what _arguments reads escaped.
std::string zsh_text(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'') {
      escaped += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

std::string zsh_value(const Offer& offer) {
  switch (offer.wanted) {
    case Wanted::words:
      return fmt::format(":value:({})", fmt::join(offer.words, " "));
    case Wanted::folder:
      return ":folder:_files -/";
    case Wanted::scenario:
      return ":scenario:_files -g \"*.toml\"";
    case Wanted::anything:
      return ":value: ";
    case Wanted::nothing:
      break;
  }
  return "";
}

std::string zsh_command(const Offers& offers) {
  std::string arguments;
  for (const Offer& offer : offers.options) {
    for (const std::string& name : offer.names) {
      arguments += fmt::format(" \\\n        '{}[{}]{}'", name, zsh_text(offer.about), zsh_value(offer));
    }
    if (offer.names.empty()) arguments += fmt::format(" \\\n        ':{}'", zsh_value(offer));
  }
  return fmt::format("    {})\n      _arguments{}\n      ;;\n", offers.command, arguments);
}

std::string zsh_script(const std::vector<Offers>& all) {
  std::string commands, cases;
  for (const Offers& offers : all) {
    commands += fmt::format("    '{}:{}'\n", offers.command, zsh_text(offers.about));
    cases += zsh_command(offers);
  }
  return fmt::format(R"(#compdef sagsflow
# zsh completion of sagsflow: source <(sagsflow completion zsh), after compinit
_sagsflow() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{}  esac
}}
compdef _sagsflow sagsflow
)",
                     commands, cases);
}

}  // namespace

void add_completion(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand("completion", "print a script that completes commands in bash or zsh");
  command->add_option("shell", settings.shell, "bash or zsh")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh"}))
      ->type_name("bash|zsh");
  command->footer("Example:\n  source <(sagsflow completion bash)");
  command->callback([&] {
    const std::vector<Offers> all = offers_of(program);
    fmt::print("{}", settings.shell == "zsh" ? zsh_script(all) : bash_script(all));
    code = kDone;
  });
}

}  // namespace sagsflow
