-- Replays signed webhooks from a file of whole HTTP requests, all of one size, each thread its own share, from `first` on.
-- Says on one line what came of it; `wrapped` counts requests beyond the share, which would repeat a call.
local threads = {}

function setup(thread)
  thread:set("index", #threads)
  table.insert(threads, thread)
end

function init(args)
  size, first, share = tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
  file = assert(io.open(args[1], "rb"))
  begin = (first + index * share) * size
  file:seek("set", begin)
  sent, wrapped = 0, 0
end

function request()
  if sent == share then
    file:seek("set", begin)
    sent, wrapped = 0, wrapped + share
  end
  sent = sent + 1
  return file:read(size)
end

function done(summary, latency)
  local over = 0
  for _, thread in ipairs(threads) do
    over = over + thread:get("wrapped")
  end
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout, over))
end
