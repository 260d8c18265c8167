# Bundles web/ to one page and embeds it: isnad_page … isnad_page_end. Without ISNAD_PAGE the page is empty.
set(ISNAD_PAGE_DIR ${CMAKE_CURRENT_BINARY_DIR}/page)
set(ISNAD_PAGE_FILE ${ISNAD_PAGE_DIR}/page.html)
set(ISNAD_PAGE_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/page_bytes.S)
file(MAKE_DIRECTORY ${ISNAD_PAGE_DIR})
file(GENERATE OUTPUT ${ISNAD_PAGE_SOURCE} CONTENT ".section .rodata
.globl isnad_page
isnad_page:
.incbin \"${ISNAD_PAGE_FILE}\"
.globl isnad_page_end
isnad_page_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
")
if(ISNAD_PAGE)
  find_program(NPM npm REQUIRED)
  find_program(NODE NAMES node nodejs REQUIRED)
  set(WEB ${CMAKE_CURRENT_SOURCE_DIR}/web)
  file(GLOB WEB_SOURCES CONFIGURE_DEPENDS ${WEB}/src/* ${WEB}/src/*/* ${WEB}/build.mjs ${WEB}/package.json)
  set(WEB_INSTALLED ${WEB}/node_modules/.package-lock.json)
  add_custom_command(OUTPUT ${WEB_INSTALLED}
    COMMAND ${NPM} ci --no-audit --no-fund --silent
    WORKING_DIRECTORY ${WEB} DEPENDS ${WEB}/package-lock.json COMMENT "Installing what the page is made with")
  add_custom_command(OUTPUT ${ISNAD_PAGE_FILE}
    COMMAND ${NODE} build.mjs ${ISNAD_PAGE_DIR}
    WORKING_DIRECTORY ${WEB} DEPENDS ${WEB_SOURCES} ${WEB_INSTALLED} COMMENT "Bundling the page")
else()
  add_custom_command(OUTPUT ${ISNAD_PAGE_FILE} COMMAND ${CMAKE_COMMAND} -E touch ${ISNAD_PAGE_FILE})
endif()
set_source_files_properties(${ISNAD_PAGE_SOURCE} PROPERTIES OBJECT_DEPENDS ${ISNAD_PAGE_FILE})
