using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>The folder that an attempt works in, and what it finds in its environment; gone when the attempt is over.</summary>
internal sealed class JobWorkspace : IDisposable
{
    public const string OutputName = "output.json";

    private readonly TemporaryFolder _own = new();

    public JobWorkspace()
    {
        Directory.CreateDirectory(Inputs);
        Directory.CreateDirectory(Spawns);
    }

    /// <summary>Where the command runs.</summary>
    public string Folder => _own.File("workspace");

    /// <summary>A folder for each job whose artifacts it gets.</summary>
    public string Inputs => Path.Combine(Folder, "inputs");

    /// <summary>What the job that spawned it handed over.</summary>
    public string Regression => Path.Combine(Folder, "regression");

    /// <summary>Where a file asks for another job.</summary>
    public string Spawns => Path.Combine(Folder, ".spawn");

    /// <summary>Structured output.</summary>
    public string Output => Path.Combine(Folder, OutputName);

    /// <summary>Where the exit code goes, out of the command's way.</summary>
    public string ExitCode => _own.File("exit-code");

    /// <summary>Whether a file is the job's own: inside, no link to another place, and nothing that was put there for it.</summary>
    public bool Owns(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        return relative.Split('/')[0] is not (".." or "inputs" or "regression" or ".spawn")
            && Links(path).All(link => link.LinkTarget is null);
    }

    /// <summary>All that the command finds in its environment.</summary>
    public Dictionary<string, string> EnvironmentOf(JobPlan plan, JobSpec spec, JobTask task)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
            ["HOME"] = Folder,
            ["LANG"] = "C.UTF-8",
            ["JOB_ID"] = task.Node.Id,
            ["JOB_ATTEMPT"] = $"{task.Attempt}",
            ["JOB_INPUTS"] = Inputs,
            ["JOB_SPAWN"] = Spawns,
            ["JOB_OUTPUT"] = Output,
            ["ORIGINAL_PROMPT"] = plan.OriginalPrompt,
        };
        foreach (var (name, value) in spec.ParametersOf(plan))
        {
            environment[$"PARAM_{name.ToUpperInvariant()}"] = value;
        }

        foreach (var (name, value) in spec.Matrix)
        {
            environment[$"MATRIX_{name.ToUpperInvariant()}"] = value;
        }

        foreach (var (name, value) in spec.Environment)
        {
            environment[name] = value;
        }

        if (task.Node.RegressionReason is { } reason)
        {
            environment["JOB_REGRESSION"] = Regression;
            environment["JOB_REGRESSION_REASON"] = reason;
        }

        return environment;
    }

    public void Dispose() => _own.Dispose();

    private IEnumerable<FileSystemInfo> Links(string path)
    {
        yield return new FileInfo(path);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > Folder.Length; folder = Path.GetDirectoryName(folder)!)
        {
            yield return new DirectoryInfo(folder);
        }
    }
}
