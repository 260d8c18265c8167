# Tests that look at the repository itself: layers, sources, data, tools, and the package as a stranger uses it.
# Sanitizers have nothing to add to them, and a client of a sanitized library would have to be sanitized too.
if(CMAKE_CXX_FLAGS MATCHES "fsanitize")
  return()
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(check layers sources data)
  add_test(NAME check_${check}
           COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/check_${check}.py ${CMAKE_SOURCE_DIR})
endforeach()
foreach(name checks tools)
  add_test(NAME ${name}_test COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/${name}_test.py)
endforeach()
add_test(NAME schema_test COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/schema_test.py $<TARGET_FILE:isnad_cli>)
add_test(NAME fetch_test COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/fetch_test.py $<TARGET_FILE:isnad_cli>)
add_test(NAME install_client COMMAND ${CMAKE_SOURCE_DIR}/tests/install/run.sh ${CMAKE_BINARY_DIR})
