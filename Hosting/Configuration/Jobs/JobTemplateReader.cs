using System.Globalization;
using System.Text.RegularExpressions;
using TemporalVideo.Hosting.Configuration.Binding;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>Reads <c>config/job-pipelines/*.yaml</c>. A template that cannot be run is a fault before anything runs.</summary>
public static partial class JobTemplateReader
{
    private const string Folder = "config/job-pipelines";

    /// <summary>All templates, by name.</summary>
    /// <param name="root">The folder of <c>temporal-dev.yaml</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the message lists all of it with file, key and line.</exception>
    public static IReadOnlyDictionary<string, JobTemplate> Read(string root)
    {
        var faults = new List<string>();
        var templates = YamlFile.In(root, Folder, faults)
            .Select(path => Read(
                Path.GetFileNameWithoutExtension(path), File.ReadAllText(Path.Combine(root, path)), path, faults))
            .ToDictionary(each => each.Name);
        return faults.Count > 0 ? throw new ConfigurationException(faults) : templates;
    }

    /// <summary>A template that is no file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the message lists all of it with key and line.</exception>
    public static JobTemplate ReadText(string name, string text)
    {
        var faults = new List<string>();
        if (!Id().IsMatch(name))
        {
            faults.Add($"{name}: expected a name of at most 60 letters, digits and '-', beginning with a letter");
        }

        var template = Read(name, text, name, faults);
        return faults.Count > 0 ? throw new ConfigurationException(faults) : template;
    }

    private static JobTemplate Read(string name, string text, string path, List<string> faults)
    {
        var (file, yaml) = SettingsBinder.ReadText<JobTemplateFile>(text, path, faults);
        foreach (var (parameterName, parameter) in file.Parameters)
        {
            if (parameter.Default.Length > 0 && !JobTemplate.Fits(parameter.Type, parameter.Default))
            {
                yaml.Section("parameters").Section(parameterName).Fault(
                    "default", $"expected {JobTemplate.Words(parameter.Type)}, found '{parameter.Default}'");
            }
        }

        if (file.Limits.MaxCost.Length > 0 && CostOf(file) is null)
        {
            yaml.Section("limits").Fault("max_cost", $"expected an amount in US dollars, found '{file.Limits.MaxCost}'");
        }

        var jobs = yaml.Section("jobs");
        foreach (var (id, job) in file.Jobs)
        {
            Check(file, id, job, jobs);
        }

        foreach (var twice in file.Jobs.SelectMany(job => MatrixCells.Of(job.Key, job.Value.Matrix).Select(cell => (job.Key, cell.Id)))
            .GroupBy(each => each.Id).Where(same => same.Count() > 1))
        {
            jobs.Fault(twice.Last().Key, $"its matrix gives the id '{twice.Key}', which another job has");
        }

        new NeedCheck(file.Jobs.ToDictionary(job => job.Key, job => job.Value.Needs)).Run(jobs);
        return Made(name, text, file);
    }

    private static void Check(JobTemplateFile file, string name, JobTemplateFile.JobSection job, YamlSection jobs)
    {
        var section = jobs.Section(name);
        if (!Id().IsMatch(name))
        {
            jobs.Fault(name, "expected an id of at most 60 letters, digits and '-', beginning with a letter");
        }

        if (!JobTypes.All.Contains(job.Type))
        {
            section.Fault("type", $"expected one of {string.Join(", ", JobTypes.All)}, found '{job.Type}'");
        }

        JobKindReader.Check(file, job, section);
        JobInputCheck.Run(file, job, section);

        if (file.Stages.Count > 0 && !file.Stages.Contains(job.Stage))
        {
            section.Fault("stage", $"expected one of {string.Join(", ", file.Stages)}, found '{job.Stage}'");
        }

        foreach (var pattern in job.Artifacts.Where(each => Path.IsPathRooted(each) || each.Split('/').Contains("..")))
        {
            section.Fault("artifacts", $"expected patterns inside of the workspace, found '{pattern}'");
        }

        foreach (var code in job.FinalExitCodes.Where(each => !byte.TryParse(each, CultureInfo.InvariantCulture, out _)))
        {
            section.Fault("final_exit_codes", $"expected exit codes from 0 to 255, found '{code}'");
        }

        if (MatrixCells.Count(job.Matrix) is > MatrixCells.Most and var cells)
        {
            section.Fault("matrix", $"expected at most {MatrixCells.Most} combinations, found {cells:0}");
        }

        foreach (var (axis, values) in job.Matrix)
        {
            if (values.Count == 0 || values.Any(value => !Cell().IsMatch(value)) || values.Distinct().Count() < values.Count)
            {
                section.Section("matrix").Fault(axis, "expected a list of different values of letters, digits and '_'");
            }
        }
    }

    private static JobTemplate Made(string name, string text, JobTemplateFile file)
    {
        var cells = file.Jobs.ToDictionary(job => job.Key, job => MatrixCells.Of(job.Key, job.Value.Matrix));
        return new JobTemplate
        {
            Name = name,
            Description = file.Description,
            Text = text,
            Stages = file.Stages,
            Parameters = file.Parameters.ToDictionary(
                each => each.Key,
                each => new JobParameter(each.Value.Type, each.Value.Default, each.Value.Required, each.Value.Description)),
            Nodes = [.. file.Jobs.SelectMany(job => cells[job.Key].Select(cell => NodeOf(cell.Id, job.Value, cells)))],
            Specs = file.Jobs.SelectMany(job => cells[job.Key].Select(cell => (cell.Id, Spec: SpecOf(job.Value, cell.Values))))
                .DistinctBy(each => each.Id).ToDictionary(each => each.Id, each => each.Spec),
            Each = file.Jobs.Where(job => job.Value.Each.Length > 0).ToDictionary(job => job.Key, job => job.Value.Each),
            MaxParallel = file.Limits.MaxParallel,
            MaxSpawned = file.Limits.MaxSpawned,
            MaxDepth = file.Limits.MaxDepth,
            MaxCost = CostOf(file),
        };
    }

    /// <summary>Who needs a job with a matrix needs all its cells.</summary>
    private static JobNode NodeOf(
        string id, JobTemplateFile.JobSection job, Dictionary<string, IReadOnlyList<MatrixCell>> cells) => new()
        {
            Id = id,
            Type = job.Type,
            Stage = job.Stage.Length > 0 ? job.Stage : null,
            Needs = [.. job.Needs.SelectMany(need =>
                cells.GetValueOrDefault(need.Key, []).Select(cell => new JobNeed(cell.Id, need.Value)))],
            MaxRetries = job.MaxRetries,
            BackoffSeconds = job.BackoffSeconds,
            TimeoutSeconds = JobKindReader.LimitOf(job),
            AllowFailure = job.AllowFailure,
            Approvers = job.Approvers.Count > 0 ? job.Approvers : null,
        };

    private static decimal? CostOf(JobTemplateFile file) =>
        decimal.TryParse(file.Limits.MaxCost, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) ? cost : null;

    private static JobSpec SpecOf(JobTemplateFile.JobSection job, IReadOnlyDictionary<string, string> cell) => new()
    {
        Command = job.Command,
        Environment = job.Environment,
        Secrets = job.Secrets,
        Artifacts = JobKindReader.ArtifactsOf(job),
        Uses = job.Uses,
        Cache = job.Cache,
        Http = JobKindReader.HttpOf(job),
        Video = JobKindReader.VideoOf(job),
        Agent = JobKindReader.AgentOf(job),
        FinalExitCodes = [.. job.FinalExitCodes.Select(code =>
            byte.TryParse(code, CultureInfo.InvariantCulture, out var value) ? (int)value : 0)],
        Matrix = cell,
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,59}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9_]{1,30}$")]
    private static partial Regex Cell();
}
