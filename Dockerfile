# Builds the application and runs it as an unprivileged user on a Java 17 runtime.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY processes processes
COPY forms forms
COPY templates templates
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17-jre
# Chinese characters in the pictures of official documents.
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --home-dir /var/lib/dangwu dangwu
WORKDIR /var/lib/dangwu
COPY --from=build /build/target/dangwu-flow-*.jar /opt/dangwu/dangwu-flow.jar
USER dangwu
ENV TZ=Asia/Shanghai DANGWU_DATA_DIRECTORY=/var/lib/dangwu/data
VOLUME /var/lib/dangwu/data
EXPOSE 8080
ENTRYPOINT ["java", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-jar", "/opt/dangwu/dangwu-flow.jar"]
