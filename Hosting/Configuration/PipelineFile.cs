using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary><c>config/pipelines/*.yaml</c>, with limits and defaults.</summary>
internal sealed class PipelineFile
{
    private const int Day = 86400;

    public StagesSection Stages { get; set; } = new();

    public IterationsSection MaxIterations { get; set; } = new();

    public TimeoutsSection Timeouts { get; set; } = new();

    public PhasesSection Phases { get; set; } = new();

    public QualitySection Quality { get; set; } = new();

    public ParallelSection ParallelGeneration { get; set; } = new();

    public ReviewSection Review { get; set; } = new();

    public FailureSection OnFailure { get; set; } = new();

    public VideoSection Video { get; set; } = new();

    internal sealed class StagesSection
    {
        [DefaultValue(true)]
        public bool Story { get; set; }

        [DefaultValue(true)]
        public bool ReferenceImages { get; set; }

        [DefaultValue(true)]
        public bool Scenes { get; set; }

        [DefaultValue(true)]
        public bool Videos { get; set; }
    }

    internal sealed class IterationsSection
    {
        [DefaultValue(3), Range(1, 10)]
        public int Story { get; set; }

        [DefaultValue(2), Range(1, 10)]
        public int Scenes { get; set; }

        [DefaultValue(2), Range(1, 10)]
        public int Videos { get; set; }
    }

    internal sealed class TimeoutsSection
    {
        [DefaultValue(120), Range(1, Day)]
        public int Story { get; set; }

        [DefaultValue(180), Range(1, Day)]
        public int Scenes { get; set; }

        [DefaultValue(600), Range(1, Day)]
        public int Videos { get; set; }

        [DefaultValue(12), Range(6, 600)]
        public int Heartbeat { get; set; }

        [DefaultValue(10), Range(1, 1000)]
        public int LostWorkers { get; set; }
    }

    internal sealed class PhasesSection
    {
        [DefaultValue(60), Range(1, Day)]
        public int Planning { get; set; }

        [DefaultValue(300), Range(1, Day)]
        public int Storyboarding { get; set; }

        [DefaultValue(600), Range(1, Day)]
        public int GeneratingChunks { get; set; }

        [DefaultValue(60), Range(1, Day)]
        public int Stitching { get; set; }

        [DefaultValue(120), Range(1, Day)]
        public int AddingMusic { get; set; }
    }

    internal sealed class QualitySection
    {
        [DefaultValue(true)]
        public bool Enabled { get; set; }

        [DefaultValue(80), Range(0, 100)]
        public int Good { get; set; }

        [DefaultValue(60), Range(0, 100)]
        public int Acceptable { get; set; }
    }

    internal sealed class ParallelSection
    {
        [DefaultValue(true)]
        public bool Enabled { get; set; }

        [DefaultValue(5), Range(1, 100)]
        public int MaxConcurrent { get; set; }

        [DefaultValue(2), Range(1, 100)]
        public int FallbackImages { get; set; }
    }

    internal sealed class ReviewSection
    {
        [DefaultValue(5), Range(0, 100)]
        public int MaxRevisions { get; set; }

        [DefaultValue(168), Range(1, 8760)]
        public int Hours { get; set; }
    }

    internal sealed class FailureSection
    {
        [DefaultValue(FailurePolicy.Park)]
        public FailurePolicy Interactive { get; set; }

        [DefaultValue(FailurePolicy.Fallback)]
        public FailurePolicy Automated { get; set; }

        [DefaultValue(FailurePolicy.Fail)]
        public FailurePolicy Limit { get; set; }

        [DefaultValue(72), Range(1, 8760)]
        public int Hours { get; set; }
    }

    internal sealed class VideoSection
    {
        [DefaultValue(0), Range(0, 600)]
        public int TargetSeconds { get; set; }

        [DefaultValue(600), Range(15, 600)]
        public int MaxSeconds { get; set; }
    }
}
