#include "base/memory.h"

#include <cstdlib>  // says which C library it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace assay {

void give_back_memory() {
#include <cstdlib>  // says which C library it is

#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace assay
