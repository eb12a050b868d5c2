using System.Globalization;

namespace FrontDesk.Benchmarks.Webhooks;

/// <summary>What one run of the load generator saw. Latencies in milliseconds.</summary>
public sealed record LoadResult(long Requests, double PerSecond, double P50, double P99, double P999, long Errors, long Repeats)
{
    public static LoadResult Parse(string line)
    {
        var values = line.Split(' ')[1..].Select(value => long.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new(values[0], values[0] * 1e6 / values[1], values[2] / 1e3, values[3] / 1e3, values[4] / 1e3, values[5], values[6]);
    }

    /// <summary>Each figure's own median, so that one bad run spoils none.</summary>
    public static LoadResult Median(IReadOnlyCollection<LoadResult> runs) => new(
        runs.Sum(run => run.Requests),
        Middle(runs.Select(run => run.PerSecond)),
        Middle(runs.Select(run => run.P50)),
        Middle(runs.Select(run => run.P99)),
        Middle(runs.Select(run => run.P999)),
        runs.Sum(run => run.Errors),
        runs.Sum(run => run.Repeats));

    /// <summary>Several that ran at the same time: the slower one's latencies.</summary>
    public static LoadResult Together(IReadOnlyCollection<LoadResult> runs) => new(
        runs.Sum(run => run.Requests),
        runs.Sum(run => run.PerSecond),
        runs.Max(run => run.P50),
        runs.Max(run => run.P99),
        runs.Max(run => run.P999),
        runs.Sum(run => run.Errors),
        runs.Sum(run => run.Repeats));

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
