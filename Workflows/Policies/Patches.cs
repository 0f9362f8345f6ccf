namespace TemporalVideo.Workflows.Policies;

/// <summary>
/// Changes of the workflow that runs begun before them must not follow. An id is never used for anything else; it goes, with the old
/// behaviour, when no run from before is left and its histories are no longer replayed.
/// </summary>
internal static class Patches
{
    /// <summary>Since 1.0 the loss of a worker does not use up attempts; before, three losses of one step were its failure.</summary>
    public const string LostWorkersDoNotCount = "lost-workers-do-not-count";

    /// <summary>Since 1.3 a critic judges the story, and the director may write it again.</summary>
    public const string StoryRoom = "story-room";

    /// <summary>Since 1.4 a step without attempts left is done by another, left out or put to a person; before, it failed.</summary>
    public const string DecisionsOnFailedSteps = "decisions-on-failed-steps";

    /// <summary>Since 1.5 each stage is written into the table <c>generations</c> when it begins.</summary>
    public const string Generations = "generations";

    /// <summary>Since 1.6 the rows of a pipeline's jobs are written whenever they change.</summary>
    public const string PipelineRows = "pipeline-rows";

    /// <summary>Since 1.6 subscribers are told when a person is waited for; of all else the steps that write rows tell them.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Since 1.7 what the scenes show is written, judged and made to fit.</summary>
    public const string SceneRoom = "scene-room";

    /// <summary>Since 1.8 what the pictures have in common is described before they are written.</summary>
    public const string References = "references";

    /// <summary>Since 1.9 the pictures that scenes keep to are painted, and what of it fails is decided as any step is.</summary>
    public const string ReferencePictures = "reference-pictures";

    /// <summary>Since 1.11 an attempt of a job takes a place among the running jobs of its user before it begins.</summary>
    public const string UserPlaces = "user-places";
}
