using System.Security.Cryptography;
using System.Text;

namespace TemporalVideo.Studio.Storytelling.Prompts;

/// <summary>The prompts of the configuration, one for each task of the story room.</summary>
/// <param name="prompts">Each by its name.</param>
public sealed class PromptCatalog(IReadOnlyDictionary<PromptName, Prompt> prompts)
{
    /// <summary>The variables that each task has values for. A prompt names all of its own, and no others.</summary>
    public static IReadOnlyDictionary<PromptName, IReadOnlyDictionary<string, PromptVariable>> Variables { get; } =
        new Dictionary<PromptName, IReadOnlyDictionary<string, PromptVariable>>
        {
            [PromptName.StoryDirector] = new Dictionary<string, PromptVariable>
            {
                ["task"] = PromptVariable.Text,
                ["source"] = PromptVariable.Text,
                ["language"] = PromptVariable.Text,
                ["audience"] = PromptVariable.Text,
                ["product"] = PromptVariable.Text,
                ["seconds"] = PromptVariable.Number,
                ["words"] = PromptVariable.Number,
                ["framework"] = PromptVariable.Text,
                ["beats"] = PromptVariable.List,
                ["creativity"] = PromptVariable.Number,
                ["critique"] = PromptVariable.List,
            },
            [PromptName.StoryCritic] = new Dictionary<string, PromptVariable>
            {
                ["source"] = PromptVariable.Text,
                ["story"] = PromptVariable.Text,
                ["audience"] = PromptVariable.Text,
                ["seconds"] = PromptVariable.Number,
                ["good"] = PromptVariable.Number,
            },
            [PromptName.AnswerRepair] = new Dictionary<string, PromptVariable> { ["faults"] = PromptVariable.List },
            [PromptName.ReferenceArtist] = new Dictionary<string, PromptVariable>
            {
                ["title"] = PromptVariable.Text,
                ["subject"] = PromptVariable.Text,
                ["scenes"] = PromptVariable.List,
            },
            [PromptName.StylePainter] = new Dictionary<string, PromptVariable>
            {
                ["style"] = PromptVariable.Text,
                ["subject"] = PromptVariable.Text,
            },
            [PromptName.ThingPainter] = new Dictionary<string, PromptVariable>
            {
                ["thing"] = PromptVariable.Text,
                ["style"] = PromptVariable.Text,
            },
            [PromptName.ReferenceUse] = new Dictionary<string, PromptVariable>
            {
                ["things"] = PromptVariable.List,
                ["style"] = PromptVariable.List,
            },
            [PromptName.SceneWriter] = new Dictionary<string, PromptVariable>
            {
                ["title"] = PromptVariable.Text,
                ["subject"] = PromptVariable.Text,
                ["scenes"] = PromptVariable.List,
                ["look"] = PromptVariable.List,
                ["wanted"] = PromptVariable.List,
                ["critique"] = PromptVariable.List,
            },
            [PromptName.SceneCritic] = new Dictionary<string, PromptVariable>
            {
                ["title"] = PromptVariable.Text,
                ["scenes"] = PromptVariable.List,
                ["good"] = PromptVariable.Number,
            },
            [PromptName.JobAgent] = new Dictionary<string, PromptVariable>
            {
                ["task"] = PromptVariable.Text,
                ["prompt"] = PromptVariable.Text,
                ["files"] = PromptVariable.List,
                ["moves"] = PromptVariable.List,
                ["tools"] = PromptVariable.List,
                ["left"] = PromptVariable.Number,
            },
            [PromptName.SceneCohesor] = new Dictionary<string, PromptVariable>
            {
                ["title"] = PromptVariable.Text,
                ["scenes"] = PromptVariable.List,
            },
        };

    /// <summary>The prompt of a task.</summary>
    /// <param name="name">Which task.</param>
    public Prompt this[PromptName name] => prompts[name];

    /// <summary>Tells texts of prompts apart: who works by them makes other things when one has changed.</summary>
    /// <param name="names">Which tasks.</param>
    public string FingerprintOf(params IEnumerable<PromptName> names) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(names.Select(name => prompts[name].Text)))).AsSpan(0, 8));
}

/// <summary>A task of the story room. File: the name in snake case.</summary>
public enum PromptName
{
    /// <summary>Writes the story.</summary>
    StoryDirector,

    /// <summary>Scores the story.</summary>
    StoryCritic,

    /// <summary>Describes what all pictures have in common.</summary>
    ReferenceArtist,

    /// <summary>Has a picture painted that shows the style.</summary>
    StylePainter,

    /// <summary>Has a picture painted of somebody or something that comes again.</summary>
    ThingPainter,

    /// <summary>Says what pictures are there for that a painter is shown.</summary>
    ReferenceUse,

    /// <summary>Writes what the scenes show.</summary>
    SceneWriter,

    /// <summary>Scores the scenes.</summary>
    SceneCritic,

    /// <summary>Makes the scenes fit each other.</summary>
    SceneCohesor,

    /// <summary>Sends an answer back that cannot be used.</summary>
    AnswerRepair,

    /// <summary>Does a job of a pipeline.</summary>
    JobAgent,
}
