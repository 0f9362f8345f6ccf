using System.CommandLine;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Starter.Commands;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Storage.Records;
using TemporalVideo.Studio.Film;
using TemporalVideo.Worker;

namespace TemporalVideo.Starter.Checks;

/// <summary>Looks for everything that a video needs.</summary>
internal static class MachineChecks
{
    private static readonly (string Program, string Package, bool Needed, string For)[] Tools =
    [
        ("ffmpeg", "ffmpeg", true, "rendering"),
        ("ffprobe", "ffmpeg", true, "measuring"),
        ("flite", "flite", false, "the English voice; festival or espeak-ng speaks without it"),
        ("festival", "festival festvox-us-slt-hts", false, "another English voice"),
        ("espeak-ng", "espeak-ng", true, "other languages"),
        ("node", "nodejs", false, "formulas; without it they are lines of text"),
        ("fluidsynth", "fluidsynth fluidr3mono-gm-soundfont", false, "music by sampled instruments; a synthesiser plays without it"),
    ];

    private static readonly (string Family, string Package)[] Fonts = [("Inter", "fonts-inter"), ("Lato", "fonts-lato")];

    public static async Task<IReadOnlyList<Finding>> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        findings.AddRange(Tools.Select(Tool));
        findings.AddRange(await FontsAsync(cancellationToken));
        try
        {
            var configuration = CommonOptions.Configuration(parsed);
            findings.Add(new Finding("configuration", true, true, configuration.Root));
            findings.AddRange(configuration.Providers.Choices.Select(choice =>
                new Finding("provider", true, false, choice.Text)));
            findings.AddRange((await ServiceChecks.RunAsync(configuration.Providers, cancellationToken)).Select(service =>
                new Finding("service", service.IsReached && service.IsComplete, !service.IsReached, service.Text)));
            findings.Add(configuration.Worker.Store is { } folder
                ? Writable("object store", folder)
                : await StoreCheck.BucketAsync(configuration, cancellationToken));
            findings.Add(await StitchingAsync(configuration.Worker, cancellationToken));
            findings.Add(await EventLogAsync(configuration.Worker, cancellationToken));
            findings.Add(await DatabaseAsync(configuration.Worker.Database, cancellationToken));
            findings.Add(Lessons(configuration.Worker.Lessons));
            findings.Add(await ServerAsync(configuration));
            findings.Add(WebUi(configuration.Engine));
        }
        catch (ConfigurationException exception)
        {
            findings.Add(new Finding("configuration", false, true, exception.Message));
        }

        return findings;
    }

    private static Finding Tool((string Program, string Package, bool Needed, string For) tool) => ExternalTool.IsInstalled(tool.Program)
        ? new Finding(tool.Program, true, tool.Needed, $"for {tool.For}")
        : new Finding(tool.Program, false, tool.Needed, $"for {tool.For}: apt-get install {tool.Package}");

    private static async Task<IEnumerable<Finding>> FontsAsync(CancellationToken cancellationToken)
    {
        if (!ExternalTool.IsInstalled("fc-list"))
        {
            return
            [
                new Finding("fonts", false, false, "fc-list is not installed, which looks fonts up: apt-get install fontconfig"),
            ];
        }

        var installed = await ExternalTool.RunAsync("fc-list", [":", "family"], cancellationToken);
        return Fonts.Select(font => installed.Contains(font.Family, StringComparison.OrdinalIgnoreCase)
            ? new Finding($"font {font.Family}", true, false, "for titles and captions")
            : new Finding($"font {font.Family}", false, false, $"another font takes its place: apt-get install {font.Package}"));
    }

    private static Finding Writable(string what, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(what, true, true, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(what, false, true, $"cannot write to {folder}: {exception.Message}");
        }
    }

    private static async Task<Finding> DatabaseAsync(DatabaseSettings settings, CancellationToken cancellationToken)
    {
        const string What = "database";
        if (settings.File is { } file)
        {
            return Writable(What, Path.GetDirectoryName(file)!);
        }

        try
        {
            var options = new VideoDatabaseOptions();
            settings.Apply(options);
            return new Finding(What, true, true, await DatabaseCheck.PostgresAsync(options, cancellationToken));
        }
        catch (VideoDatabaseException exception)
        {
            return new Finding(What, false, true, exception.Message);
        }
    }

    private static async Task<Finding> StitchingAsync(WorkerSettings settings, CancellationToken cancellationToken)
    {
        const string What = "stitching";
        if (settings.Stitching.Choice == Stitching.Ffmpeg)
        {
            return new Finding(What, true, false, $"Agent6: {settings.Stitching.Text}");
        }

        var (isUsable, text) = await StitchingServices.CheckMediaConvertAsync(settings, cancellationToken);
        return new Finding(What, isUsable, false, $"Agent6: {settings.Stitching.Text}: {text}");
    }

    private static async Task<Finding> EventLogAsync(WorkerSettings settings, CancellationToken cancellationToken)
    {
        const string What = "event log";
        if (settings.EventLog is { } file)
        {
            return Writable(What, Path.GetDirectoryName(file)!);
        }

        var (isUsable, text) = await EventLogServices.CheckCloudWatchAsync(settings, cancellationToken);
        return new Finding(What, isUsable, false, text);
    }

    private static Finding Lessons(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.md").Any()
        ? new Finding("lessons", true, false, folder)
        : new Finding("lessons", false, false, $"no lessons (*.md) in {folder}: only lessons given by path can become videos");

    private static Finding WebUi(EngineSettings engine) => WebUiAddress.IsBuilt(engine)
        ? new Finding("Web UI", true, false, engine.Embedded.WebUiFolder)
        : new Finding("Web UI", false, false, "not built yet: ./run ui builds it");

    private static async Task<Finding> ServerAsync(ProductConfiguration configuration)
    {
        try
        {
            await using var engine = await EngineConnection.OpenAsync(configuration);
            await SearchAttributeSetup.EnsureAsync(engine.Client, engine.Configuration.Engine);
            return new Finding(
                "Temporal", true, true, $"{engine.Place}, namespace {configuration.Engine.Namespace}");
        }
        catch (Temporalio.Exceptions.RpcException exception) when (MissingNamespace.Of(exception) is { } missing)
        {
            return new Finding("Temporal", false, true, missing);
        }
        catch (Exception exception) when (exception is StarterException or ConfigurationException or Temporalio.Exceptions.RpcException)
        {
            return new Finding("Temporal", false, true, exception.Message);
        }
    }
}
