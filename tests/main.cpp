#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_NO_POSIX_SIGNALS  // not there in wasm, and SIGSTKSZ is no constant any more
#include <catch2/catch.hpp>
