env "local" {
  url = "postgres://localhost/web"
  migration {
    dir = "file://db/changes"
  }
}
