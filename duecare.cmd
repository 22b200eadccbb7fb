@echo off
rem Builds when the jar is missing, then runs the command line. Needs a JDK 17 or later and, for building, Maven.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%cli\target\duecare.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%JAR%" (
  echo duecare: building 1>&2
  call mvn -q -B -Dduecare.launcher -Dmaven.test.skip=true -f "%HOME_DIR%pom.xml" -pl cli -am package || exit /b 1
)
"%JAVA%" -XX:+UseSerialGC -Dfile.encoding=UTF-8 %DUECARE_JAVA_OPTS% -jar "%JAR%" %*
