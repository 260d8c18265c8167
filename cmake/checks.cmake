# Tests that look at the repository itself: layers, sources, data, and the package as a stranger uses it.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(check layers sources data)
  add_test(NAME check_${check} COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/check_${check}.py ${CMAKE_SOURCE_DIR})
endforeach()
foreach(name checks tools)
  add_test(NAME ${name}_test COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/${name}_test.py)
endforeach()
# A client would have to be built with the sanitizers too, so only the plain build is installed.
if(NOT CMAKE_CXX_FLAGS MATCHES "fsanitize")
  add_test(NAME install_client COMMAND ${CMAKE_SOURCE_DIR}/tests/install/run.sh ${CMAKE_BINARY_DIR})
endif()
