namespace TemporalVideo.Benchmarks;

/// <summary>What comes of one load of workflows.</summary>
/// <param name="PerSecond">Workflows per second.</param>
/// <param name="Latency">99th percentile of the milliseconds from start to result.</param>
/// <param name="Processor">Processor milliseconds for each workflow, of the process that is measured.</param>
internal sealed record LoadFigures(double PerSecond, double Latency, double Processor)
{
    /// <summary>Lets a servant run workflows for some seconds.</summary>
    /// <param name="servant">Starts and carries out the workflows.</param>
    /// <param name="processor">Processor time so far of the process that is measured.</param>
    /// <param name="seconds">For how long workflows are started.</param>
    /// <param name="underWay">How many run at once.</param>
    /// <param name="activities">Activities of each.</param>
    public static async Task<LoadFigures> MeasureAsync(LoadClient servant, Func<double> processor, int seconds, int underWay,
        int activities)
    {
        var before = processor();
        var figures = await servant.OrderAsync($"throughput {seconds} {underWay} {activities}");
        return new(figures[0], figures[1], (processor() - before) / figures[2]);
    }
}
