using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>An agent at work: it says that it starts and how it ends.</summary>
internal static class AgentWork
{
    public static async Task<T> RunAsync<T>(VideoRun run, AgentName agent, Func<AgentReport, Task<T>> work)
    {
        var report = run.ReportOf(agent);
        report.Starting();
        try
        {
            return await work(report);
        }
        catch (Exception failure)
        {
            report.Failed(failure);
            throw;
        }
    }
}
