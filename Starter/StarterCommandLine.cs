using System.CommandLine;
using TemporalVideo.Starter.Commands;
using TemporalVideo.Starter.Commands.Pipelines;

namespace TemporalVideo.Starter;

/// <summary>The command line: <c>starter COMMAND …</c>.</summary>
internal static class StarterCommandLine
{
    private const string Description =
        """
        Makes explainer videos as durable Temporal workflows.

        Exit codes: 0 done, 1 no video, 2 wrong command line or configuration, 3 server unreachable,
        4 no such session, 5 session cancelled, 6 rejected, 130 detached with Ctrl-C.
        """;

    public static RootCommand Build()
    {
        var root = new RootCommand(Description)
        {
            RunCommand.Build(),
            StartCommand.Build(), PlanCommand.Build(), QuoteCommand.Build(), VoicesCommand.Build(),
            CostsCommand.Build(), SettleCommand.Build(),
            MatrixCommand.Build(),
            WatchCommand.Build(),
            ListCommand.Build(),
            DescribeCommand.Build(),
            StatusCommand.Build(),
            CancelCommand.Build(),
            ResultCommand.Build(),
            ScriptCommand.Build(),
            ApproveCommand.Build(),
            DecideCommand.Build(),
            ForkCommand.BuildEdit(),
            TakesCommand.Build(),
            ForkCommand.Build(),
            PipelineCommand.Build(),
            UiCommand.Build(),
            WebCommand.Build(),
            KeyCommand.Build(),
            WebhookCommand.Build(),
            DevServerCommand.Build(),
            CodecServerCommand.Build(),
            WorkerCommand.Build(),
            DoctorCommand.Build(),
            ConfigCommand.Build(),
        };
        foreach (var option in CommonOptions.All)
        {
            root.Options.Add(option);
        }

        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        });
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }
}
