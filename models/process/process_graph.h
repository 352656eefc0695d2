#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <string>
#include <string_view>

#include "models/process/definitions.h"

namespace sagsflow {

/// A status, a procedure, a step, or what brings citizens in.
struct ProcessVertex {
  enum class Kind { arrival, stock, status, procedure, step };
  Kind kind = Kind::status;
  std::size_t definition = 0;  ///< index among the rules' arrivals, stocks, statuses or procedures
  std::size_t step = 0;        ///< of a step: index within its procedure
  std::string_view name;       ///< the definition's or the step's
};

/// One way from one to another; ways that share their ends and kind are drawn apart.
struct ProcessEdge {
  enum class Kind {
    arrives,   ///< arrival or stock -> status
    exit,      ///< status -> status
    on_enter,  ///< status -> procedure
    duty,      ///< status -> procedure
    first,     ///< procedure -> its first step
    next,      ///< step -> step
    again,     ///< step -> step
    gives_up,  ///< step -> step
    starts,    ///< step -> procedure beside it
    becomes    ///< step -> status
  };
  Kind kind = Kind::next;
  std::string_view name;  ///< of an exit or a duty
  double share = 1;       ///< the largest of those that the ways of choosing give; 0 is not drawn
};

using ProcessGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ProcessVertex, ProcessEdge>;

/// The rules, which must outlive it, as one graph, in order of name. Names that nothing defines are left out. "end" is
/// no vertex: a step ends its procedure where can_end says so.
ProcessGraph process_graph(const Definitions& rules);

/// "procedure.jaf.step.visitation"
std::string path_of(const ProcessVertex& vertex, const Definitions& rules);

/// Whether the step may end its procedure: by "end" with a share above 0, or by a change of status.
bool can_end(const ProcedureDefinition& procedure, const StepDefinition& step);

}  // namespace sagsflow
