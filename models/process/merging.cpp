#include "models/process/merging.h"

namespace sagsflow {

const MergeSchema& merge_schema() {
  static const MergeSchema schema{
      {"attribute.*", "arrival.*", "stock.*", "status.*.exit.*", "status.*.duty.*", "procedure.*.step.*", "calendar.*",
       "pool.*", "meeting.*", "source.*", "target.*", "run", "refund", "report", "trial"},
      {{"procedure.*.step.*", {"work", "wait", "meeting"}},
       {"arrival.*", {"rate", "every"}},
       {"meeting.*", {"every", "sessions"}}}};
  return schema;
}

}  // namespace sagsflow
