using System.Text.Json.Nodes;
using TemporalVideo.Tests.Support.Aws;

namespace TemporalVideo.Aws.Tests.Models;

/// <summary>The checks that requests are put to: each finds what it is for.</summary>
public sealed class ServiceModelTests
{
    private static readonly ServiceModel Model = ServiceModel.Parse(
        """
        {
          "operations": { "Make": { "http": { "method": "POST", "requestUri": "/things/{Id}" }, "input": { "shape": "Thing" } } },
          "shapes": {
            "Thing": { "type": "structure", "required": ["Name"], "members": {
              "Name": { "shape": "Name", "locationName": "name" }, "Kind": { "shape": "Kind", "locationName": "kind" },
              "Size": { "shape": "Size", "locationName": "size" }, "Parts": { "shape": "Parts", "locationName": "parts" },
              "Tags": { "shape": "Tags", "locationName": "tags" } } },
            "Name": { "type": "string", "min": 2, "max": 4, "pattern": "^[a-z]+$" },
            "Kind": { "type": "string", "enum": ["BIG", "SMALL"] },
            "Size": { "type": "integer", "min": 1, "max": 9 },
            "Parts": { "type": "list", "member": { "shape": "Size" } },
            "Tags": { "type": "map", "key": { "shape": "Name" }, "value": { "shape": "Kind" } }
          }
        }
        """);

    [Theory]
    [InlineData("""{"name":"abc","kind":"BIG","size":9,"parts":[1,2],"tags":{"ab":"SMALL"}}""", "")]
    [InlineData("""{}""", "Name is required")]
    [InlineData("""{"name":"abc","colour":"red"}""", "no member colour")]
    [InlineData("""{"name":"a"}""", "length: 1 is less than 2")]
    [InlineData("""{"name":"AB"}""", "does not match")]
    [InlineData("""{"name":"ab","kind":"big"}""", "none of BIG, SMALL")]
    [InlineData("""{"name":"ab","size":"9"}""", "expected integer")]
    [InlineData("""{"name":"ab","size":1.5}""", "expected integer")]
    [InlineData("""{"name":"ab","parts":[1,10]}""", "parts[1]: 10 is more than 9")]
    [InlineData("""{"name":"ab","tags":{"ab":"X"}}""", "tags.ab: 'X' is none of")]
    public void InputFaults_Request_FindsWhatDoesNotFit(string request, string fault)
    {
        var faults = Model.InputFaults("Make", JsonNode.Parse(request));

        if (fault.Length == 0)
        {
            faults.Should().BeEmpty();
        }
        else
        {
            faults.Should().ContainSingle().Which.Should().Contain(fault);
        }
    }

    [Fact]
    public void Route_PathWithAName_GivesTheOperationAndTheName()
    {
        var route = Model.Route("POST", "/things/a%20b");

        route!.Value.Operation.Should().Be("Make");
        $"{route.Value.FromPath["Id"]}".Should().Be("a b");
        Model.Route("GET", "/things/a").Should().BeNull();
    }
}
