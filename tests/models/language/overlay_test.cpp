#include "models/language/overlay.h"

#include <catch2/catch.hpp>

#include "models/language/loader.h"
#include "parsed.h"

namespace sagsflow {
namespace {

const MergeSchema kSchema{{"thing.*", "thing.*.part.*", "settings"}, {{"thing.*.part.*", {"work", "wait"}}}};

const char* const kBase =
    "[settings]\na = 1\nb = 2\n[thing.x]\nsize = { value = 1, low = 0 }\n"
    "[thing.x.part.p]\nwork = { pool = \"q\", time = 3 }\nnext = \"end\"\n";

/// The base with layers on it, each by a writer "1", "2" …
struct Layers {
  Diagnostics diagnostics;
  Overlay overlay{parsed(kBase, diagnostics), kSchema, diagnostics};
  int count = 0;

  void add(const std::string& text, const std::string& remove = "remove = []") {
    const std::string writer = std::to_string(++count);
    overlay.remove(*parsed(remove + "\n", diagnostics).find("remove"), writer);
    overlay.merge(parsed(text, diagnostics), writer);
  }
  const Node& at(const std::string& part) const { return *overlay.document().find("thing")->find("x")->find(part); }
  const Node& p() const { return *at("part").find("p"); }
};

}  // namespace

TEST_CASE("collections merge by name and key, values are replaced whole, however they are spelt") {
  Layers layers;
  layers.add("thing = { x = { size = { value = 5 }, part = { q = { next = \"end\" } } } }\nsettings.b = 3\n");
  CHECK(layers.diagnostics.render() == "");
  CHECK(layers.at("size").keys() == std::vector<std::string>{"value"});
  CHECK(layers.at("part").keys() == std::vector<std::string>{"p", "q"});
  CHECK(layers.p().find("next")->text == "end");
  CHECK(layers.overlay.document().find("settings")->find("a")->integer == 1);
  CHECK(layers.overlay.document().find("settings")->find("b")->integer == 3);
}

TEST_CASE("a table over an inline value replaces it whole too") {
  Layers layers;
  layers.add("[thing.x.part.p.work]\ntime = 4\n");
  CHECK(layers.p().find("work")->keys() == std::vector<std::string>{"time"});
}

TEST_CASE("one kind of step takes the place of another") {
  Layers layers;
  layers.add("[thing.x.part.p]\nwait = 1\n");
  CHECK(layers.p().keys() == std::vector<std::string>{"next", "wait"});
}

TEST_CASE("a layer removes before it merges") {
  Layers layers;
  layers.add("[thing.x.part.p]\nflag = 1\n", "remove = [\"thing.x.part.p\", \"settings.a\"]");
  CHECK(layers.diagnostics.render() == "");
  CHECK(layers.p().keys() == std::vector<std::string>{"flag"});
  CHECK(layers.overlay.document().find("settings")->keys() == std::vector<std::string>{"b"});
}

TEST_CASE("layers that agree, or touch different keys, do not differ") {
  Layers layers;
  layers.add("[settings]\na = 7\n");
  layers.add("[settings]\na = 7\nb = 1\n");
  layers.add("[thing.x.part.p]\nwork = 1\n", "remove = [\"thing.x.size\"]");
  layers.add("[thing.x.part.p]\nnext = \"q\"\n", "remove = [\"thing.x.size\"]");
  CHECK(layers.diagnostics.render() == "");
}

TEST_CASE("layers that differ are refused, unless the last wins") {
  const auto errors = [](const std::string& a, const std::string& remove_a, const std::string& b,
                         const std::string& remove_b, bool last_wins) {
    Layers layers;
    if (last_wins) layers.overlay.let_last_win();
    layers.add(a, remove_a);
    layers.add(b, remove_b);
    return layers.diagnostics.errors_told();
  };
  const std::string none = "remove = []";
  const std::string step = "remove = [\"thing.x.part.p\"]";
  for (const bool last_wins : {false, true}) {
    const std::size_t refused = last_wins ? 0 : 1;
    CHECK(errors("settings.a = 7\n", none, "settings.a = 8\n", none, last_wins) == refused);
    CHECK(errors("thing.x.part.p.wait = 7\n", none, "thing.x.part.p.work = 7\n", none, last_wins) == refused);
    CHECK(errors("thing.x.part.p.next = 7\n", none, "", step, last_wins) == refused);
    CHECK(errors("", step, "thing.x.part.p.next = 7\n", none, last_wins) == refused);
  }
}

TEST_CASE("files that are used are merged in order, below the file that uses them") {
  MemorySource source({{"s/main.toml", "use = [\"../a.toml\", \"../b.toml\"]\n[settings]\nc = 3\n"},
                       {"a.toml", "use = [\"deep.toml\"]\n[settings]\na = 1\nb = 1\nc = 1\n"},
                       {"b.toml", "[settings]\nb = 2\nc = 2\n"},
                       {"deep.toml", "[settings]\na = 0\nd = 0\n"}});
  Diagnostics diagnostics;
  const auto document = Loader(source, kSchema, diagnostics).load("s/main.toml");
  REQUIRE(document);
  const Node& settings = *document->find("settings");
  CHECK(settings.find("a")->integer == 1);
  CHECK(settings.find("b")->integer == 2);
  CHECK(settings.find("c")->integer == 3);
  CHECK(settings.find("d")->integer == 0);
  CHECK(document->find("use") == nullptr);
  CHECK(diagnostics.files()[settings.find("b")->place.file].path == "b.toml");
}

}  // namespace sagsflow
