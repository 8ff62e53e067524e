# DBSCAN by R's dbscan: points beforehand, then one clustering for every line that comes in.
# Arguments: files of x and of y, one a line; eps; minPts. The check sum is clusters * 1e7 + noise.
suppressPackageStartupMessages(library(dbscan))
arguments <- commandArgs(TRUE)
points <- cbind(as.numeric(readLines(arguments[1])), as.numeric(readLines(arguments[2])))
eps <- as.numeric(arguments[3])
enough <- as.integer(arguments[4])
cat("ready\n")
orders <- file("stdin", "r")
while (length(readLines(orders, 1)) > 0) {
  start <- Sys.time()
  found <- dbscan(points, eps, minPts = enough)
  seconds <- as.numeric(Sys.time() - start, units = "secs")
  cat(seconds, format(max(found$cluster) * 1e7 + sum(found$cluster == 0), digits = 15), "\n")
}
