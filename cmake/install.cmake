# Installation: the program, the library with its public headers, and a package that find_package(isnad) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(ISNAD_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/isnad)
install(TARGETS isnad_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS isnad EXPORT isnadTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/isnad DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT isnadTargets NAMESPACE isnad:: DESTINATION ${ISNAD_PACKAGE_DIR})
configure_package_config_file(cmake/isnadConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/isnadConfig.cmake
                              INSTALL_DESTINATION ${ISNAD_PACKAGE_DIR})
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/isnadConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/isnadConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/isnadConfigVersion.cmake
        DESTINATION ${ISNAD_PACKAGE_DIR})
