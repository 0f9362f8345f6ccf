namespace TemporalVideo.DevServer.WebUi;

/// <summary>What the Web UI asks its server for first.</summary>
internal static class WebUiSettings
{
    /// <summary>
    /// From version 2.23.0 on the UI encodes ids once: before, twice. Nothing of what needs a login, a codec server or another host is on.
    /// </summary>
    public const string Json =
        """
        {"Auth":{"Enabled":false,"Options":null},"DefaultNamespace":"default","ShowTemporalSystemNamespace":false,
        "FeedbackURL":"","NotifyOnNewVersion":false,
        "Codec":{"Endpoint":"","PassAccessToken":false,"IncludeCredentials":false,"DefaultErrorMessage":"","DefaultErrorLink":""},
        "Version":"2.38.0","DisableWriteActions":false,"WorkflowTerminateDisabled":false,
        "WorkflowCancelDisabled":false,"WorkflowSignalDisabled":false,
        "WorkflowUpdateDisabled":false,"WorkflowResetDisabled":false,"BatchActionsDisabled":false,"StartWorkflowDisabled":false,
        "HideWorkflowQueryErrors":false,"RefreshWorkflowCountsDisabled":false}
        """;
}
