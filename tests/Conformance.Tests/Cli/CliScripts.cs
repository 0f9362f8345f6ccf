namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>Conversations with a server, each with ids of its own.</summary>
internal static class CliScripts
{
    public static readonly IReadOnlyDictionary<string, CliStep[]> All = new Dictionary<string, CliStep[]>
    {
        ["workflow execute, describe, show"] =
        [
            "workflow execute --type greet --task-queue cli -w execute -i '\"bob\"'",
            "workflow describe -w execute",
            "workflow show -w execute",
            "workflow result -w execute",
            "workflow trace -w execute",
        ],
        ["workflow start"] =
        [
            "workflow start --type collector --task-queue cli -w start --memo 'k=\"v\"' --search-attribute 'Kw=\"x\"' --static-summary s",
            "workflow start --type collector --task-queue cli -w start",
            "workflow start --type collector --task-queue cli -w start --id-conflict-policy UseExisting",
            "workflow start --type collector --task-queue cli -w start-2 --cron bad",
            "workflow start --type collector --task-queue cli -w start-2 --search-attribute Nope=1",
            "workflow start --type collector --task-queue cli -w start-2 --search-attribute 'Num=\"x\"'",
            "workflow start --type collector --task-queue cli -w start-2 --start-delay 1h",
            "workflow describe -w start-2",
            "workflow terminate -w start-2",
            "workflow signal-with-start --type collector --task-queue cli -w start-3 --signal-name add --signal-input '\"end\"'",
            "workflow result -w start-3",
        ],
        ["workflow signal, query"] =
        [
            "workflow start --type collector --task-queue cli -w signal",
            "workflow signal -w signal --name add -i '\"one\"'",
            "workflow query -w signal --type items",
            "workflow signal -w signal --name add -i '\"end\"'",
            "workflow result -w signal",
            "workflow query -w signal --type items",
            "workflow query -w signal --type items --reject-condition not_open",
            "workflow signal -w signal --name add -i '\"late\"'",
            "workflow signal -w nobody --name add",
            "workflow query -w nobody --type items",
        ],
        ["workflow update"] =
        [
            "workflow start --type collector --task-queue cli -w update",
            "workflow update execute -w update --name set -i '\"one\"' --update-id u1",
            "workflow update execute -w update --name set -i '\"one\"' --update-id u1",
            "workflow update execute -w update --name set -i '\"bad\"'",
            "workflow update start -w update --name set -i '\"two\"' --update-id u2 --wait-for-stage accepted",
            "workflow update result -w update --update-id u2",
            "workflow update describe -w update --update-id u1",
            "workflow update describe -w update --update-id nope",
            "workflow query -w update --type items",
        ],
        ["workflow cancel, terminate"] =
        [
            "workflow start --type collector --task-queue cli -w cancel",
            "workflow cancel -w cancel",
            "workflow result -w cancel",
            "workflow cancel -w cancel",
            "workflow start --type collector --task-queue cli -w terminate",
            "workflow terminate -w terminate --reason because",
            "workflow result -w terminate",
            "workflow terminate -w terminate",
            "workflow show -w terminate",
            "workflow cancel -w nobody",
        ],
        ["workflow failing, parent"] =
        [
            "workflow execute --type failing --task-queue cli -w fail",
            "workflow show -w fail",
            "workflow execute --type parent --task-queue cli -w parent",
            "workflow show -w parent",
            "workflow describe -w parent-child",
        ],
        ["workflow reset, delete"] =
        [
            "workflow execute --type greet --task-queue cli -w reset -i '\"a\"'",
            "workflow reset -w reset --event-id 4 --reason again",
            "workflow result -w reset",
            "workflow show -w reset",
            "workflow reset -w reset -t LastWorkflowTask --reason again",
            "workflow result -w reset",
            "workflow execute --type greet --task-queue cli -w delete -i '\"a\"'",
            "workflow delete -w delete",
            new CliStep("workflow describe -w delete", Until: "not found"),
        ],
        ["workflow list, count"] =
        [
            "workflow execute --type greet --task-queue cli -w list-1 -i '\"a\"' --search-attribute 'Kw=\"list\"' --search-attribute Num=1",
            "workflow execute --type greet --task-queue cli -w list-2 -i '\"a\"' --search-attribute 'Kw=\"list\"' --search-attribute Num=2",
            new CliStep("workflow list -q 'Kw=\"list\" AND ExecutionStatus=\"Completed\"'", Until: "list-2"),
            "workflow list -q 'Kw=\"list\" AND Num > 1'",
            "workflow list -q 'Kw=\"list\"' -o json",
            "workflow count -q 'Kw=\"list\"'",
            "workflow count -q 'Kw=\"list\" GROUP BY ExecutionStatus'",
            "workflow list -q 'Kw=list'",
            "workflow list -n nowhere",
            "workflow list --archived",
        ],
        ["task-queue"] =
        [
            "task-queue describe --task-queue cli --legacy-mode",
            "task-queue describe --task-queue nobody-polls --legacy-mode",
        ],
        ["operator"] =
        [
            "operator cluster describe",
            "operator cluster system",
            "operator cluster health",
            "operator namespace create -n extra --retention 3d --description d",
            "operator namespace create -n extra",
            "operator namespace update -n extra --description e",
            "operator namespace delete -n extra --yes",
            "operator namespace describe -n extra",
            "operator search-attribute create --name Made --type Keyword",
            "operator search-attribute create --name Made --type Int",
            "operator search-attribute create --name WorkflowId --type Keyword",
            "operator search-attribute remove --name Made --yes",
            "worker list",
        ],
        ["batch"] =
        [
            "workflow start --type collector --task-queue cli -w batch-1 --search-attribute 'Kw=\"batch\"'",
            "workflow start --type collector --task-queue cli -w batch-2 --search-attribute 'Kw=\"batch\"'",
            new CliStep("workflow count -q 'Kw=\"batch\"'", Until: "Total: 2"),
            "workflow signal --query 'Kw=\"batch\"' --name add --input '\"end\"' --reason r --yes",
            "workflow result -w batch-1",
            "workflow result -w batch-2",
            new CliStep("batch list", Until: "Completed"),
            "batch describe --job-id nope",
        ],
        ["schedule"] =
        [
            "schedule create -s one --interval 1h --type greet --task-queue cli -w scheduled -i '\"s\"'",
            "schedule create -s one --interval 1h --type greet --task-queue cli -w scheduled",
            "schedule describe -s one",
            "schedule trigger -s one",
            new CliStep("workflow list -q 'TemporalScheduledById=\"one\" AND ExecutionStatus=\"Completed\"'", Until: "scheduled-"),
            "schedule backfill -s one --overlap-policy AllowAll --start-time 2026-01-01T00:00:00Z --end-time 2026-01-01T02:00:00Z",
            new CliStep("workflow count -q 'TemporalScheduledById=\"one\"'", Until: "Total: 4"),
            "schedule toggle --pause --reason later -s one",
            new CliStep("schedule list", Until: "true"),
            "schedule update -s one --cron @daily --type greet --task-queue cli -w scheduled",
            "schedule delete -s one",
            "schedule trigger -s nobody",
            "schedule create -s two --cron '60 * * * *' --type greet --task-queue cli -w scheduled",
        ],
    };
}
