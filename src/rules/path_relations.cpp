#include "rules/path_relations.h"

namespace assay {

bool is_fed(Relation relation) {
  switch (relation) {
    case Relation::sold_by:
    case Relation::supplied_by:
    case Relation::declares_origin:
    case Relation::loaded_at:
    case Relation::passed_through:
    case Relation::works_at:
    case Relation::processed_at:
    case Relation::located_in:
      return true;
    default:
      return false;
  }
}

}  // namespace assay
