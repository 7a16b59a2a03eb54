#include "rules/path_relations.h"

namespace assay {

bool is_fed(Relation relation) {
  switch (relation) {
    case Relation::sold_by:
    case Relation::supplied_by:
    case Relation::declares_origin:
    case Relation::loaded_at:
    case Relation::passed_through:
    case Relation::carried_by:
    case Relation::called_at:
    case Relation::consists_of:
    case Relation::contains:
    case Relation::made_from:
    case Relation::sourced_from:
    case Relation::works_at:
    case Relation::processed_at:
    case Relation::located_in:
    case Relation::operated_by:
    case Relation::owned_by:
    case Relation::controlled_by:
    case Relation::directed_by:
    case Relation::labour_from:
    case Relation::subcontracts_to:
    case Relation::has_workers:
    case Relation::national_of:
      return true;
    default:
      return false;
  }
}

}  // namespace assay
