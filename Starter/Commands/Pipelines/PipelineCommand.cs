using System.CommandLine;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline</c>: pipelines of jobs.</summary>
internal static class PipelineCommand
{
    public static Command Build() => new(
        "pipeline", "Pipelines of jobs: run, list, show, logs, rerun, cancel, approve, schedule, templates, import.")
    {
        PipelineRunCommand.Build(),
        PipelineRerunCommand.Build(),
        PipelineListCommand.Build(),
        PipelineShowCommand.Build(),
        PipelineLogsCommand.Build(),
        PipelineCancelCommand.Build(),
        PipelineApproveCommand.Build(),
        PipelineScheduleCommand.Build(),
        PipelineTemplateCommand.BuildList(),
        PipelineTemplateCommand.Build(),
        PipelineImportCommand.Build(),
    };
}
