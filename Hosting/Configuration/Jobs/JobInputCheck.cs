using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>Whether what a job is given exists: parameters by name, lists, what earlier attempts left.</summary>
internal static class JobInputCheck
{
    /// <summary>Notes every fault at the key that it is in.</summary>
    public static void Run(JobTemplateFile file, JobTemplateFile.JobSection job, YamlSection section)
    {
        var parameters = file.Parameters.Count == 0 ? "none" : $"one of {string.Join(", ", file.Parameters.Keys)}";
        foreach (var name in job.Uses.Where(name => !file.Parameters.ContainsKey(name)))
        {
            section.Fault("uses", $"there is no parameter '{name}'; expected {parameters}");
        }

        if (job.Each.Length > 0 && !file.Parameters.ContainsKey(job.Each))
        {
            section.Fault("each", $"there is no parameter '{job.Each}'; expected {parameters}");
        }

        if (job.Each.Length > 0 && job.Matrix.Count > 0)
        {
            section.Fault("each", "expected each or matrix, found both");
        }

        if (job.Cache && job.Type is (JobTypes.Approval or JobTypes.Video))
        {
            section.Fault("cache", $"a job of type {job.Type} has none: a person is asked anew, a video finds what is made by itself");
        }
    }
}
